// Trains what recognition of unknown sites rests on:  npm run train -- DEVELOPMENT-DATA
// Writes server/src/core/evidence/{learnt/model,choice/choice}.data.json, server/src/core/calibration.json and server/training/report.md.
//   npm run train -- DEVELOPMENT-DATA ODDS
// keeps what forests say of sites that they have not seen in the file ODDS; where that is there already, no trees are grown and
// the model stays as it is.

import { writeFileSync } from 'node:fs';
import { type CurvePoint, calibrate, shareAt } from '../src/core/calibration';
import { decode } from '../src/core/decode';
import { choose } from '../src/core/evidence/choice';
import type { LineOdds, PageView } from '../src/core/evidence/evidence';
import { lineJudge } from '../src/core/evidence/learnt/judge';
import { lineModel, WEIGHT_STEP } from '../src/core/evidence/learnt/model';
import { type Forest, writeForest } from '../src/core/evidence/learnt/trees';
import { likeliest } from '../src/core/evidence/likeliest';
import { isContent, isText, ROLES, type Role } from '../src/core/model/role';
import { scorePage } from '../src/core/score';
import { chainOf } from '../src/core/weights';
import { calibrationTable, fitCurve, type Judgement, type Said } from './calibration';
import { exampleOf, trainChoices } from './choices';
import { errorRows, worstShares } from './errors';
import { measureExtraction } from './extraction';
import { HIDDEN, withHiddenWords } from './hiddenWords';
import { keepOdds, readKeptOdds } from './keptOdds';
import { keepLabelledOdds } from './labelledOdds';
import { readLabelledPages } from './labelledPages';
import { authorLines, dateLines, FOLDS, foldOf, type TrainedLines, trainLines } from './lines';
import { type ContentFigures, type Estimate, measureContent } from './measure';
import {
  type ContentPage,
  labelledContentPage,
  readContentPages,
  readKnownHeads,
  readRolePages,
} from './pages';

const MODEL = 'server/src/core/evidence/learnt/model.data.json';
const CHOICE = 'server/src/core/evidence/choice/choice.data.json';
const CALIBRATION = 'server/src/core/calibration.json';
const REPORT = 'server/training/report.md';

const LABELLED = 'server/training/labelled';

/** Own cases are few and short, but show forms and languages that the development data lack. */
const OWN_WEIGHT = 3;
/** So do labelled pages, which are more. */
const LABELLED_WEIGHT = 2;

const [data, kept] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: npm run train -- DEVELOPMENT-DATA [ODDS]');
const pages = readContentPages(data);
const cases = readRolePages('test/fixtures/recognition');
console.log(`${pages.length} pages, ${cases.length} pages of cases`);
const labelled = readLabelledPages(LABELLED).map((page) => labelledContentPage(page, LABELLED_WEIGHT));
const hiddenPages = labelled.map(hidden);
const all = [...pages, ...labelled, ...hiddenPages];
const known = kept === undefined ? null : readKeptOdds(kept, all);
const trained = known ? null : trainLines(all, (step) => console.log(`cross-validated: ${step}`));
const odds = known ?? trained?.unseen ?? [];
if (kept !== undefined && trained) keepOdds(kept, odds);
const oddsOf = lineJudge(trained?.model ?? lineModel());
const heads = readKnownHeads('test/fixtures/metadata', 'test/fixtures/recognition').map((head) => ({
  ...head,
  site: head.name,
  weight: OWN_WEIGHT,
  odds: oddsOf(head.view),
}));
const examples = all.flatMap((page, index) => {
  const own = odds[index];
  return own ? [exampleOf(page, own)] : [];
});
const { trees: choosing, unseen } = trainChoices([...examples, ...heads]);

const trees = measureContent(
  pages,
  unseen.map(({ content }) => Array.from(content, (odds) => odds > 0)),
);
const views = pages.map((page, index): PageView => ({ ...page.view, learnt: unseen[index] ?? null }));
const curves = Array.from({ length: FOLDS }, (_, fold) =>
  fitCurve(judgements((site) => foldOf(site) !== fold)),
);
const judged = views.map((view, index) => rolesOf(view, curves[foldOf(pages[index]?.site ?? '')]));
const saidText = judged.map(({ roles }) => roles.map(isText));
const decoded = measureContent(pages, saidText);
const content = measureContent(
  pages,
  judged.map(({ roles }) => roles.map(isContent)),
);
const caseViews = cases.flatMap(({ view, gold }) => {
  const unknown = { ...view, profile: null, learnt: null };
  const bare = { view: { ...unknown, learnt: choose(unknown, oddsOf(unknown), choosing) }, gold };
  return view.profile ? [{ view, gold }, bare] : [bare];
});

if (trained) writeFileSync(MODEL, `${JSON.stringify(modelFile(trained), null, 2)}\n`);
if (trained) {
  const views = [...labelled, ...hiddenPages].map(({ view }, index) => ({
    view,
    isHidden: index >= labelled.length,
  }));
  keepLabelledOdds(LABELLED, views, unseen.slice(pages.length));
}
writeFileSync(CHOICE, `${JSON.stringify(choiceFile(), null, 2)}\n`);
writeFileSync(CALIBRATION, `${JSON.stringify({ text: fitCurve(judgements(() => true)) }, null, 2)}\n`);
writeFileSync(REPORT, report());
console.log(`written: ${trained ? `${MODEL}, ` : ''}${CHOICE}, ${CALIBRATION}, ${REPORT}`);

/** The page with words hidden, as roles are fitted to it too; nothing is learnt from it here. */
function hidden(page: ContentPage): ContentPage {
  return { ...page, view: withHiddenWords(page.view, HIDDEN), weight: 0 };
}

function rolesOf(view: PageView, curve?: readonly CurvePoint[]) {
  const found = decode(scorePage(view), chainOf(view));
  return {
    roles: Array.from(found.states, (state) => ROLES[state] ?? 'boilerplate'),
    confidence: calibrate(found, view, curve),
  };
}

/** Lines of the sites that pass, by what is said of them unseen. */
function judgements(use: (site: string) => boolean): readonly Judgement[] {
  return pages.flatMap(({ site, gold, masked }, index) =>
    use(site)
      ? gold.flatMap((is, line) => (masked[line] ? [] : [{ odds: unseen[index]?.content[line] ?? 0, is }]))
      : [],
  );
}

function modelFile({ model }: TrainedLines) {
  const text = (own: Uint8Array) => Buffer.from(own).toString('base64');
  const steps = Int8Array.from(model.words.weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / WEIGHT_STEP))),
  );
  return {
    words: text(new Uint8Array(steps.buffer)),
    bias: model.words.bias,
    lines: text(writeForest(model.lines)),
    context: text(writeForest(model.context)),
    headline: text(writeForest(model.headline)),
    byline: text(writeForest(model.byline)),
    metadata: text(writeForest(model.metadata)),
  };
}

function choiceFile() {
  const text = (forest: Forest) => Buffer.from(writeForest(forest)).toString('base64');
  return { title: text(choosing.title), author: text(choosing.author) };
}

/** How often the likeliest line is one of those that are looked for, of pages that have one. */
function found(
  part: Exclude<keyof LineOdds, 'content'>,
  labelOf: (page: ContentPage) => readonly boolean[],
): string {
  const asked = pages.flatMap((page, index) => {
    const labels = labelOf(page);
    const odds = unseen[index]?.[part];
    return labels.includes(true) && odds ? [{ page, labels, best: likeliest(odds) }] : [];
  });
  const right = asked.filter(({ page, labels, best }) => {
    const text = page.view.lines[best]?.text;
    return page.view.lines.some((line, index) => labels[index] && line.text === text);
  });
  return `| ${part} | ${asked.length} | ${(right.length / asked.length).toFixed(3)} |`;
}

function extractionRows(): readonly string[] {
  return measureExtraction(pages, unseen).map(
    ({ field, pages: asked, right }) => `| ${field} | ${asked} | ${(right / asked).toFixed(3)} |`,
  );
}

function figuresRow(name: string, { macro, micro, lineF1, good }: ContentFigures): string {
  const cell = ({ value, low, high }: Estimate) =>
    `${value.toFixed(4)} (${low.toFixed(3)}–${high.toFixed(3)})`;
  return `| ${name} | ${[macro, micro, lineF1, good].map(cell).join(' | ')} |`;
}

function languageRows(): readonly string[] {
  const byLanguage = new Map<string, number[]>();
  for (const [index, { language }] of pages.entries()) {
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), decoded.pages[index] ?? 0]);
  }
  return [...byLanguage]
    .sort((a, b) => b[1].length - a[1].length)
    .map(
      ([tag, own]) =>
        `| ${tag} | ${own.length} | ${(own.reduce((a, b) => a + b, 0) / own.length).toFixed(3)} |`,
    );
}

/** How sure it was whether lines are of the text, by curves fitted on other sites. */
function saidOfText(): readonly Said[] {
  return pages.flatMap(({ site, gold, masked }, index) => {
    const curve = curves[foldOf(site)] ?? [];
    return (judged[index]?.roles ?? []).flatMap((role, line) => {
      if (masked[line]) return [];
      const share = shareAt(curve, unseen[index]?.content[line] ?? 0);
      return [{ confidence: isText(role) ? share : 1 - share, right: isText(role) === gold[line] }];
    });
  });
}

/** How sure roles were, on cases whose profile was not known. */
function saidOfRoles(): readonly Said[] {
  return caseViews
    .filter(({ view }) => view.learnt !== null)
    .flatMap(({ view, gold }) => {
      const { roles, confidence } = rolesOf(view);
      return roles.map((role, line) => ({ confidence: confidence[line] ?? 0, right: role === gold[line] }));
    });
}

function roleTables(): {
  readonly share: string;
  readonly roles: readonly string[];
  readonly confusion: readonly string[];
} {
  const counts = new Map<Role, { gold: number; said: number; hit: number }>(
    ROLES.map((role) => [role, { gold: 0, said: 0, hit: 0 }]),
  );
  const confusion = new Map<string, number>();
  let all = 0;
  let right = 0;
  for (const { view, gold } of caseViews) {
    for (const [line, said] of rolesOf(view).roles.entries()) {
      const wanted = gold[line] ?? 'boilerplate';
      const goldCount = counts.get(wanted);
      const saidCount = counts.get(said);
      if (!goldCount || !saidCount) continue;
      all++;
      goldCount.gold++;
      saidCount.said++;
      if (said === wanted) {
        right++;
        goldCount.hit++;
      } else confusion.set(`${wanted} as ${said}`, (confusion.get(`${wanted} as ${said}`) ?? 0) + 1);
    }
  }
  const percent = (part: number, whole: number) => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
  return {
    share: percent(right, all),
    roles: [...counts].map(
      ([role, { gold, said, hit }]) =>
        `| ${role} | ${gold} | ${percent(hit, said)} | ${percent(hit, gold)} |`,
    ),
    confusion: [...confusion]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 20)
      .map(([pair, lines]) => `| ${pair} | ${lines} |`),
  };
}

function report(): string {
  const ofText = calibrationTable(saidOfText());
  const ofRoles = calibrationTable(saidOfRoles());
  const tables = roleTables();
  return `# What training gave

Made by \`npm run train\`. Figures on the development data are cross-validated in ${FOLDS} parts by site: no site is on both sides.

## Content and furniture

${pages.length} pages of ${new Set(pages.map(({ site }) => site)).size} sites.

With 95 % confidence intervals, drawn over sites. Gold texts of the data seldom hold title, author and date lines: "text" is deck and body.

| | macro token F1 | micro | line F1 | pages above 0.9 |
|---|---|---|---|---|
${figuresRow('trees alone', trees)}
${figuresRow('roles of the text decoded', decoded)}
${figuresRow('all roles of content decoded', content)}

| language | pages | macro token F1 |
|---|---|---|
${languageRows().join('\n')}

How sure it is whether a line is of the text (expected calibration error ${ofText.error.toFixed(3)}):

| confidence | lines | right |
|---|---|---|
${ofText.rows.join('\n')}

## Title, author and date

Share of pages on which the likeliest line is right, of those that have one.

| line | pages | right |
|---|---|---|
${found('headline', ({ title }) => title)}
${found('byline', authorLines)}
${found('metadata', dateLines)}

Share of pages on which the article's own value is right, of those whose text has it. Letter case and marks do not count; several authors are compared
as a set.

| value | pages | right |
|---|---|---|
${extractionRows().join('\n')}

## Roles

On the recognition cases, with their profiles and without (${tables.share} % of the lines are right). The weights are fitted to these cases,
among others, so that this shows what they hold; what they promise is in roles.md.

| role | lines | precision | recall |
|---|---|---|---|
${tables.roles.join('\n')}

How sure the roles are, without profiles (expected calibration error ${ofRoles.error.toFixed(3)}):

| confidence | lines | right |
|---|---|---|
${ofRoles.rows.join('\n')}

| most frequent confusions | lines |
|---|---|
${tables.confusion.join('\n')}

## What was tried

| | macro token F1 |
|---|---|
| word lists, shapes and the decoder alone, weights by hand | 0.886 |
| the same with weights trained as a conditional random field on partial labels | 0.851 |
| trees over lines, each word by how often it stood in articles | 0.930 |
| all weights trained as a conditional random field upon the trees | 0.903 |

These were tried with smaller forests, one upon the other's result:

| | macro token F1 |
|---|---|
| regression over hashed words and pairs of them, alone | 0.880 |
| the same without marks | 0.865 |
| the same that sees the words of the lines around too, alone | 0.897 |
| trees over lines, each word by how often it stood in articles | 0.927 |
| with blocks of text, shapes that recur, moments and short lines that recur around | 0.929 |
| with the regression in place of counts | 0.932 |
| with both | 0.934 |
| with both, the regression seeing the lines around too | 0.930 |
| trees over what these say of the surroundings | 0.936 |
| the same with what trees say of where the article begins and ends | 0.932 |
| lines chosen for the highest expected F1 of their page, instead of the likely ones | 0.936 |

## What is wrong

Most of what is lost is lost on few of the ${pages.length} pages: ${worstShares(decoded, [20, 50, 100, 200]).join(', ')}. Of the 45 worst pages,
read by hand, 14 have gold text of a part of the article alone (the opening of a list or a ranking, one of several posts), 10 are threads whose posts
read like the article, 10 are full of teasers or products with whole sentences, on 8 the article is a list of names, courses or short lines, and on 3 legal notes
read like text.

| what | where | length | lines | tokens | pages |
|---|---|---|---|---|---|
${errorRows(pages, saidText).join('\n')}
`;
}
