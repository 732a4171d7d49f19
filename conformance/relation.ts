/**
 * `fuel`: every run finishes or stops with `limit`; once a budget is enough, every larger one is, and gives the same
 * exit code. A run that fuel stopped has none left, and any other has left what its budget is more than the one price
 * of the guest, or nothing. On a budget above that price no run is stopped.
 */
export type Relation = 'fuel';
