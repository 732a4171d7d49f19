export interface RenderOptions {
  /** How the subject is started, as it would be typed; a report does not hold it. */
  readonly subjectCommand?: string | undefined;
}
