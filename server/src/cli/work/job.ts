import type { OrderTally } from '../../core/dates/orderTally';
import type { RuleFailure } from '../../rules/findings';
import { Configs } from '../configs';
import { UserError } from '../files';
import { failure, type Note, type Unit } from '../input/unit';
import { type FileOrders, tallyOf } from './siteTally';
import { type Subject, type SubjectOptions, subjectOf } from './subject';

/** What a command does with one text. It knows of no other, and what comes of it is plain data: it may be done in a thread. */
export type Work<R> = (subject: Subject, report: Report) => Promise<R | null> | R | null;

/** What came of one text. */
export interface Reply<R> {
  /** Null where nothing did: it failed, or is no dump. */
  readonly result: R | null;
  readonly notes: readonly Note[];
  /** Whether it was left alone as it is no dump, which was not told by name. */
  readonly isSkipped: boolean;
}

/** Collects what is told to people of one text. */
export class Report {
  readonly notes: Note[] = [];
  isSkipped = false;
  readonly #isQuiet: boolean;

  constructor(isQuiet: boolean) {
    this.#isQuiet = isQuiet;
  }

  note(message: string): void {
    this.notes.push({ message, isFailure: false });
  }

  fail(message: string): void {
    this.notes.push(failure(message));
  }

  /** Tells that a text is left alone as it is no dump: by name where it was given so, else it is counted. */
  skip({ unit: { name, named, part }, dump }: Subject): void {
    if (!named || this.#isQuiet) this.isSkipped = true;
    else {
      const score = (part?.score ?? dump.score).toFixed(2);
      this.note(`${name}: not a dump (score ${score}); --assume-dump checks it all the same`);
    }
  }

  /** For rules that fail on a text. */
  onRuleFailure({ unit: { name } }: Subject): (ruleFailure: RuleFailure) => void {
    return ({ code, error }) => this.fail(`${name}: rule ${code}: ${internal(error)}`);
  }
}

/**
 * Does a command's work for one text after the other. What fails is part of the reply: nothing is thrown.
 * @param ask tells what the files of the run show of the dates of their sites; called when the first text wants to know
 */
export function worker<R>(
  work: Work<R>,
  options: SubjectOptions & { readonly quiet: boolean },
  ask: () => Promise<readonly FileOrders[]>,
): (unit: Unit) => Promise<Reply<R>> {
  const configs = new Configs(options.config);
  let tally: Promise<OrderTally> | null = null;
  const orders = () => {
    tally ??= ask().then(tallyOf);
    return tally;
  };
  return async (unit) => {
    const report = new Report(options.quiet);
    let result: R | null = null;
    try {
      const subject = await subjectOf(unit, configs, options, orders);
      subject.config.problems.forEach((problem) => {
        report.fail(problem);
      });
      result = await work(subject, report);
    } catch (error) {
      report.fail(error instanceof UserError ? error.message : `${unit.name}: ${internal(error)}`);
    }
    return { result, notes: report.notes, isSkipped: report.isSkipped };
  };
}

/** An error that is Copydesk's own, with what is needed to find it. */
export function internal(error: unknown): string {
  return `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
