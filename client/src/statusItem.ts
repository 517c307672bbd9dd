import {
  type Command,
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { IS_DUMP } from '../../server/src/core/detect';
import type { StatusParams } from '../../server/src/protocol';
import type { Detector, Judgement } from './detector';
import { DUMP, PLAIN_TEXT, selector } from './language';
import { shownReasons } from './reasons';
import type { Server } from './server';

/** What the item shows for one document. */
interface Appearance {
  readonly text: string;
  readonly detail: string;
  readonly busy?: boolean;
  readonly severity?: LanguageStatusSeverity;
  readonly command: Command;
}

/** Says in the editor's language status what the active document was taken for, and why. */
export class StatusItem implements Disposable {
  readonly #detector: Detector;
  readonly #server: Server;
  readonly #item = languages.createLanguageStatusItem('copydesk.status', [
    ...selector({ language: DUMP }),
    ...selector({ language: PLAIN_TEXT }),
  ]);
  readonly #reports = new Map<string, StatusParams>();
  readonly #subscriptions: readonly Disposable[];

  constructor(detector: Detector, server: Server) {
    this.#detector = detector;
    this.#server = server;
    this.#item.name = 'Copydesk';
    this.#subscriptions = [
      this.#item,
      window.onDidChangeActiveTextEditor(() => this.#update()),
      detector.onDidJudge(() => this.#update()),
      server.onDidChangeState(() => this.#update()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#reports.delete(uri.toString())),
    ];
    this.#update();
  }

  /** Takes the server's report on a document. */
  report(status: StatusParams): void {
    this.#reports.set(Uri.parse(status.uri).toString(), status);
    this.#update();
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }

  #update(): void {
    const document = window.activeTextEditor?.document;
    if (document === undefined || (document.languageId !== DUMP && document.languageId !== PLAIN_TEXT))
      return;
    const shown =
      document.languageId === DUMP ? this.#ofDump(document) : ofPlainText(this.#detector.judge(document));
    this.#item.text = shown.text;
    this.#item.detail = shown.detail;
    this.#item.busy = shown.busy ?? false;
    this.#item.severity = shown.severity ?? LanguageStatusSeverity.Information;
    this.#item.command = shown.command;
    this.#item.accessibilityInformation = {
      label: [l10n.t('Copydesk: {0}', shown.text), shown.detail].filter(Boolean).join(', '),
    };
  }

  #ofDump(document: TextDocument): Appearance {
    if (this.#server.failed) {
      return {
        text: l10n.t('The server is not running'),
        detail: '',
        severity: LanguageStatusSeverity.Error,
        command: { title: l10n.t('Restart'), command: 'copydesk.restartServer' },
      };
    }
    const report = this.#reports.get(document.uri.toString());
    if (report === undefined)
      return { text: l10n.t('Article dump'), detail: '', busy: true, command: decide() };
    return {
      text: title(report),
      detail: [articles(report), scored(report.score), ...report.limits].join(' · '),
      severity:
        report.limits.length > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information,
      command: decide(),
    };
  }
}

function title(report: StatusParams): string {
  if (report.score < IS_DUMP) return l10n.t('Treated as an article dump');
  return report.profiles.length > 0 ? report.profiles.join(', ') : l10n.t('Article dump');
}

function articles({ articles }: StatusParams): string {
  if (articles === 0) return l10n.t('no article');
  return articles === 1 ? l10n.t('1 article') : l10n.t('{0} articles', articles);
}

function ofPlainText({ decision, detection }: Judgement): Appearance {
  const detail =
    detection === null ? '' : [scored(detection.score), ...shownReasons(detection, 2)].join(' · ');
  if (decision.action !== 'leave') {
    return {
      text: l10n.t('Looks like an article dump'),
      detail,
      command: { title: l10n.t('Treat as Dump'), command: 'copydesk.treatAsDump' },
    };
  }
  switch (decision.because) {
    case 'choice':
      return { text: l10n.t('Plain text, as you chose'), detail, command: decide() };
    case 'association':
      return { text: l10n.t('Plain text, as files.associations says'), detail, command: decide() };
    case 'setting':
      return { text: l10n.t('Not looked at: copydesk.detection is off'), detail, command: decide() };
    default:
      return { text: l10n.t('Not an article dump'), detail, command: decide() };
  }
}

function scored(score: number): string {
  return l10n.t('score {0}', score.toFixed(2));
}

function decide(): Command {
  return { title: l10n.t('Decide…'), command: 'copydesk.decide' };
}
