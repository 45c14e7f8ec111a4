import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from './html.ts';

describe('the html tag', () => {
  it('escapes whatever text a person wrote', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const made = html`<p title="${text}">${text}</p>`.text;
        expect(made.match(/[<>]/g)).toHaveLength(4);
        expect(made.match(/"/g)).toHaveLength(2);
      }),
    );
    expect(html`${'<script>'}`.text).toBe('&lt;script&gt;');
  });
  it('keeps markup, joins lists and leaves nothing for nothing', () => {
    expect(html`<ul>${['a', 'b'].map((item) => html`<li>${item}</li>`)}</ul>${null}${undefined}${false}${0}`.text).toBe(
      '<ul><li>a</li><li>b</li></ul>0',
    );
  });
});
