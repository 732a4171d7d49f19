interface Node<T> {
  readonly item: T;
  before: Node<T> | undefined;
  after: Node<T> | undefined;
}

/** First in, first out, except for what is put back or removed. An item stands in it at most once. */
export class Queue<T> {
  readonly #nodes = new Map<T, Node<T>>();
  #first: Node<T> | undefined;
  #last: Node<T> | undefined;

  add(item: T): void {
    this.#insert({ item, before: this.#last, after: undefined });
  }

  /** What was taken last comes back first. */
  putBack(items: readonly T[]): void {
    for (const item of items.toReversed()) this.#insert({ item, before: undefined, after: this.#first });
  }

  take(): T | undefined {
    const item = this.#first?.item;
    if (item !== undefined) this.remove(item);
    return item;
  }

  remove(item: T): void {
    const node = this.#nodes.get(item);
    if (node === undefined) return;
    this.#nodes.delete(item);
    if (node.before === undefined) this.#first = node.after;
    else node.before.after = node.after;
    if (node.after === undefined) this.#last = node.before;
    else node.after.before = node.before;
  }

  #insert(node: Node<T>): void {
    this.#nodes.set(node.item, node);
    if (node.before === undefined) this.#first = node;
    else node.before.after = node;
    if (node.after === undefined) this.#last = node;
    else node.after.before = node;
  }
}
