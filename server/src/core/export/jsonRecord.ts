import { articleRecord } from './articleRecord';
import { bodyText, type CleanArticle } from './cleanArticle';

/** An article as one record for other programs: what is known of it, and its body as one text. */
export function jsonRecord(clean: CleanArticle): object {
  const { file, placed, article } = clean;
  return {
    file,
    ...articleRecord(placed, article),
    profile: placed.page.profile?.id ?? null,
    text: bodyText(clean),
  };
}
