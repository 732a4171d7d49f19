import type { FormField } from './components/form-field.ts';

/** A document in the closed shape that a client shows: every member is there, within its limits. */
export interface NormalDocument {
  readonly surface: string;
  readonly components: readonly Component[];
  readonly experimental: Governance | undefined;
}

export type Component =
  | { readonly id: string; readonly type: 'text'; readonly tone: Tone; readonly value: string }
  | { readonly id: string; readonly type: 'markdown'; readonly value: string }
  | { readonly id: string; readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly id: string;
      readonly type: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly id: string;
      readonly type: 'form';
      readonly title: string;
      readonly submitLabel: string;
      readonly fields: readonly FormField[];
    }
  | { readonly id: string; readonly type: 'chart'; readonly title: string; readonly series: readonly ChartPoint[] };

export const tones = ['normal', 'muted', 'success', 'critical'] as const;
export type Tone = (typeof tones)[number];

export type ChartPoint = { readonly label: string; readonly value: number };

export const rolloutStages = ['disabled', 'dark_launch', 'operator_preview', 'limited_preview'] as const;

export interface Governance {
  readonly trackId: string;
  readonly featureFlag: string;
  readonly rolloutStage: (typeof rolloutStages)[number];
  readonly ambientMode: 'disabled' | 'push_to_talk';
  readonly consentRequired: boolean;
  readonly supportSummary: string;
  readonly securityReview: readonly string[];
  readonly exitCriteria: readonly string[];
}
