import type { PageData } from '../view/model.ts';
import { explore } from './explorer.ts';
import { linkNumbers } from './links.ts';
import { startPage } from './start.ts';

startPage<PageData>((section, data) => {
  explore(section, data);
  linkNumbers(section);
});
