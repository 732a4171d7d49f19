import { describeFailure } from '#spec/failure/describe.ts';
import { quote } from '#spec/failure/evidence.ts';
import { type CliFailure, isCliFailure, isOwnFailure, type Problem } from './problem.ts';
import { type Program, programLine } from './program.ts';

/** One sentence for people, as `describeFailure` gives it for the failures of the library. */
export function describeProblem(problem: Problem, program: Program): string {
  if (isOwnFailure(problem)) return problem.message;
  return isCliFailure(problem) ? describeCliFailure(problem, program) : describeFailure(problem);
}

function describeCliFailure(failure: CliFailure, program: Program): string {
  switch (failure.code) {
    case 'cli.missing-command':
      return `A command is missing after \`${programLine(program, failure.words)}\`.`;
    case 'cli.unknown-command':
      return `There is no command ${quote(failure.word)}${suggestion(failure.nearest)}`;
    case 'cli.unknown-option':
      return `There is no option ${quote(failure.option)} here${suggestion(failure.nearest)}`;
    case 'cli.missing-option':
      return `${failure.option} is required.`;
    case 'cli.missing-value':
      return `${failure.option} needs a value; one that begins with a dash is written ${failure.option}=<value>.`;
    case 'cli.unexpected-value':
      return `${failure.option} is a switch and takes no value.`;
    case 'cli.repeated-option':
      return `${failure.option} is given twice.`;
    case 'cli.conflicting-options':
      return `${failure.options.join(' and ')} cannot be used together.`;
    case 'cli.missing-argument':
      return `<${failure.argument}> is required.`;
    case 'cli.unexpected-argument':
      return `The argument ${quote(failure.argument)} has no place here.`;
    case 'cli.blank':
      return `${failure.source} is blank; give it a value or leave it out.`;
    case 'cli.not-utf8':
      return `${failure.source} is not valid UTF-8.`;
    case 'cli.bad-value':
      return `${failure.source} is ${quote(failure.value)}; it must be ${failure.wanted}.`;
    case 'cli.no-state-root':
      return `There is no place for the state: none of ${failure.variables} is set.`;
    case 'cli.empty-input':
      return `${failure.source} is empty.`;
    case 'cli.input-too-large':
      return `${failure.source} has more than ${failure.limit} bytes.`;
    case 'cli.file-not-found':
      return `There is no file ${quote(failure.path)}.`;
    case 'cli.not-a-file':
      return `${quote(failure.path)} is not a regular file.`;
    case 'cli.unreadable':
      return `${quote(failure.path)} cannot be read: ${failure.detail}.`;
    case 'cli.unwritable':
      return `${quote(failure.path)} cannot be written: ${failure.detail}.`;
    case 'cli.already-exists':
      return `${quote(failure.path)} exists already, and a key that is overwritten is lost.`;
    case 'cli.output-is-input':
      return `The output ${quote(failure.path)} is also one of the inputs.`;
    case 'cli.key-is-content':
      return `${quote(failure.path)} holds the signing key, which must not become part of an artifact.`;
    case 'cli.needs-artifact':
      return `${failure.option} chooses within an artifact, and the input is a bare module.`;
    case 'cli.unsupported':
      return `${failure.option} is not supported: ${failure.detail}.`;
    case 'cli.nothing-installed':
      return 'No skill is installed.';
    case 'cli.audit-refused': {
      const { skillId, version, reasons } = failure;
      return `The audit of ${quote(skillId)} ${version} wants quarantine, so it is not installed: ${reasons.join(' | ')}`;
    }
    case 'cli.interrupted':
      return 'Interrupted; nothing was left half done.';
    case 'cli.bug':
      return `This is a bug of ${program.name}, please report it: ${failure.detail}`;
    default:
      return failure satisfies never;
  }
}

function suggestion(nearest: string | undefined): string {
  return nearest === undefined ? '.' : `; did you mean ${nearest}?`;
}
