import { type CommandMaker, commandMaker } from '../cli/command.ts';
import { commonOptions } from '../cli/options.ts';

export const command: CommandMaker<typeof commonOptions> = commandMaker(commonOptions);
