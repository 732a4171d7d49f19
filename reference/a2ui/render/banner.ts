import type { Governance } from '../client/document.ts';
import type { BannerNode, BlockNode, InlineNode } from './tree.ts';

const stages: Readonly<Record<Governance['rolloutStage'], string>> = {
  disabled: 'Disabled',
  dark_launch: 'Dark launch',
  operator_preview: 'Operator preview',
  limited_preview: 'Limited preview',
};

/** A2R-BANNER: who reads a document of a track under review is told so before its first component. */
export function bannerOf(governance: Governance): BannerNode {
  const { trackId, rolloutStage, supportSummary, featureFlag, ambientMode, consentRequired } = governance;
  const blocks: readonly BlockNode[] = [
    { role: 'heading', level: 3, content: plain(trackId) },
    { role: 'paragraph', tone: 'muted', content: plain(stages[rolloutStage]) },
    { role: 'paragraph', tone: 'normal', content: plain(supportSummary) },
    {
      role: 'terms',
      pairs: [
        ['Feature flag', featureFlag],
        ['Ambient mode', ambientMode === 'push_to_talk' ? 'Push-to-talk only' : 'Disabled'],
        ['Consent', consentRequired ? 'required' : 'not required'],
      ],
    },
    ...checklist('Security review', governance.securityReview),
    ...checklist('Exit criteria', governance.exitCriteria),
  ];
  return { role: 'complementary', name: 'Experimental', blocks };
}

function checklist(title: string, entries: readonly string[]): readonly BlockNode[] {
  return [
    { role: 'heading', level: 4, content: plain(title) },
    { role: 'list', ordered: false, items: entries.map(plain) },
  ];
}

function plain(text: string): readonly InlineNode[] {
  return [{ role: 'text', text }];
}
