import { html } from '#platform/http/html.ts';
import { POOL_FILE, STRATA_FILE } from '#process/spot-check/domain/seed.ts';
import { type Frame, page } from './layout.ts';

/**
 * A draw from its two files with nothing but a POSIX shell and `sha256sum`: prints both digests, the key, and every unit by stratum
 * and ticket. `SEED` is taken from the environment, so that no sign of it means anything to the shell.
 */
export const recomputeScript = String.raw`hash() { sha256sum | cut -c1-64; }
pool=$(tail -n +2 ${POOL_FILE} | tr -d '\r' | tr ',' '\t' | LC_ALL=C sort | hash)
params=$({ printf 'anping-draw-params-v1\n%s\n' "$pool"
  tail -n +2 ${STRATA_FILE} | tr -d '\r' | sed -E 's/(\.[0-9]*[1-9])0+,/\1,/; s/\.0+,/,/' |
    tr ',' '\t' | LC_ALL=C sort; } | hash)
key=$(printf 'anping-draw-v1\n%s\n%s' "$pool" "$SEED" | hash)
echo "$pool"; echo "$params"; echo "$key"
tail -n +2 ${POOL_FILE} | tr -d '\r' | while IFS=, read -r id stratum; do
  printf '%s,%s,%s\n' "$stratum" "$(printf '%s\n%s' "$key" "$id" | hash)" "$id"
done | LC_ALL=C sort`;

/** How anyone recomputes a draw: the rule in words, with the program, and without it. */
export const recomputePage = (frame: Frame): string => {
  const { t } = frame;
  return page(
    frame,
    t('public.recompute'),
    html`<p>${t('recompute.intro')}</p>
<h2>${t('recompute.rule')}</h2>
<ol><li>${t('recompute.rule.pool')}</li><li>${t('recompute.rule.params')}</li><li>${t('recompute.rule.key')}</li><li>${t('recompute.rule.ticket')}</li><li>${t('recompute.rule.drawn')}</li></ol>
<p>${t('recompute.order')}</p>
<h2>${t('recompute.program')}</h2><p>${t('recompute.program.how')}</p>
<h2>${t('recompute.shell')}</h2><p>${t('recompute.shell.how')}</p>
<pre><code>export SEED='…'
${recomputeScript}</code></pre>
<p>${t('recompute.shell.read')}</p>
<p><a href="/public">${t('public.home')}</a></p>`,
  );
};
