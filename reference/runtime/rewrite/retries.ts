/**
 * `wrap`: a conditional branch leaves the function. `plain`: the targets of a table carry different costs. `arms`: the
 * function ends with an `if` whose arms can leave on their own, which is faster than behind them.
 */
type Retry = 'wrap' | 'plain' | 'arms';

/** What is learned about a function only while it is written, so that it has to be written anew. */
export class Retries {
  isWrapped = false;
  isPlain = false;
  wanted: Retry | undefined;

  /** Another function. */
  reset(): void {
    this.isWrapped = false;
    this.isPlain = false;
    this.wanted = undefined;
  }

  /** The same one again, or for the first time; answers what it is written anew for. */
  begin(): Retry | undefined {
    const { wanted } = this;
    this.isWrapped ||= wanted === 'wrap';
    this.isPlain ||= wanted === 'plain';
    this.wanted = undefined;
    return wanted;
  }
}
