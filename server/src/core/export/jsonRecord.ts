import { articleRecord } from './articleRecord';
import { bodyText, type CleanArticle } from './cleanArticle';

/** An article as one record for other programs: what is known of it, and its body as one text. */
export function jsonRecord(clean: CleanArticle): object {
  const { file, record, placed, article } = clean;
  return {
    file,
    ...(record?.id != null && { id: record.id }),
    ...articleRecord(placed, article),
    ...(!article.url && record?.url != null && { url: record.url }),
    profile: placed.page.profile?.id ?? null,
    text: bodyText(clean),
  };
}
