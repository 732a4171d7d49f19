import type { WireValue } from '#spec/operations.ts';
import { dangersIn } from './dangers.ts';
import { indexPage, nameOf } from './names.ts';
import { type PageElement, type PageNode, parsePage } from './parse.ts';
import { roleOf } from './roles.ts';
import { readSection } from './section.ts';
import { collapsed, isHidden, outermost } from './visible.ts';

/** What is judged of a page, as section 1 of the chapter on rendering has it; two pages of which one reading is made say the same. */
export function readPage(html: string): WireValue {
  const root = parsePage(html);
  if (root === undefined) return { dangers: ['elements inside each other that nobody can follow'] };
  const index = indexPage(root);
  const regions = outermost(root, (element) => roleOf(element) === 'region');
  const articles = regions.flatMap((region) => outermost(region, (element) => roleOf(element) === 'article'));
  const banners = regions.flatMap((region) => outermost(region, (element) => isApart(element)));
  return {
    dangers: dangersIn(root),
    regions: regions.map((region) => nameOf(region, index)),
    notice: regions.some(saysSomething),
    banners: banners.filter((each) => roleOf(each) === 'complementary').map((each) => readSection(each, index)),
    articles: articles.map((article) => readSection(article, index)),
  };
}

function isApart(element: PageElement): boolean {
  return ['article', 'complementary'].includes(roleOf(element) ?? '');
}

/** Outside any article and banner. */
function saysSomething(node: PageNode): boolean {
  if (typeof node === 'string') return collapsed(node) !== '';
  return !isHidden(node) && !isApart(node) && node.children.some(saysSomething);
}
