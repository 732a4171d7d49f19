import { type CommandMaker, commandMaker } from '../cli/command.ts';
import { globalOptions } from './options.ts';

export const command: CommandMaker<typeof globalOptions> = commandMaker(globalOptions);
