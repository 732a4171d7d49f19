import type { DiagnosisCount, Report } from '../../lines.ts';
import { shown } from '../../render/visible.ts';
import { diagnosisText } from '../diagnosis-text.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icons.ts';
import { count } from '../view/words.ts';

/** What is to be said of the adapter, whether or not the implementation behind it is right. */
export function adapterSection({ footer }: Report): Html {
  const bySeverity = [...footer.diagnoses].sort((a, b) => rank(a) - rank(b));
  return html`<section class="adapter" aria-labelledby="adapter">
    <h2 id="adapter">The adapter</h2>
    ${
      bySeverity.length === 0
        ? html`<p class="fine">${icon('check')}It kept to the protocol from hello to bye.</p>`
        : html`<ul class="diagnoses">${bySeverity.map(diagnosisItem)}</ul>`
    }
  </section>`;
}

function rank({ code }: DiagnosisCount): number {
  return diagnosisText(code).severity === 'error' ? 0 : 1;
}

const longestDetail = 600;

function diagnosisItem({ code, count: times, detail }: DiagnosisCount): Html {
  const { severity, text } = diagnosisText(code);
  return html`<li class="diagnosis ${severity}">
    ${icon(severity === 'error' ? 'cross' : 'warn')}
    <div>
      <p><b>${severity}:</b> ${text}</p>
      <p class="quiet"><code>${code}</code> · ${count(times, 'time')}${times > 1 && ', first'}: <bdi class="said">${shown(detail, longestDetail)}</bdi></p>
    </div>
  </li>`;
}
