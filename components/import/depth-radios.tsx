import { useTranslations } from 'next-intl'
import type { Depth } from '@/lib/core/generation/depth'
import type { expectItems } from '@/lib/core/generation/expected-items'

export const DEPTHS = ['key', 'balanced', 'everything'] as const satisfies readonly Depth[]

type Props = {
  chosen: Depth
  /** About how many each depth gives; null as long as the text is not known. */
  expected: ReturnType<typeof expectItems> | null
}

/** How many questions a document becomes. */
export function DepthRadios({ chosen, expected }: Props) {
  const t = useTranslations('document.depth')
  return (
    <fieldset>
      <legend className="mb-2 text-label font-semibold">{t('legend')}</legend>
      <div className="grid gap-2 sm:grid-cols-3 sm:gap-3">
        {DEPTHS.map((depth) => (
          <label
            key={depth}
            className="grid min-h-14 grid-cols-[auto_1fr] items-center gap-3 rounded-control border bg-surface px-4 py-2 leading-[1.4] hover:border-ink has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--ink)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="depth"
              value={depth}
              defaultChecked={depth === chosen}
              aria-describedby={`depth-${depth}`}
              aria-label={t(depth)}
              className="m-0 size-[1.375rem] focus-visible:outline-0"
            />
            <span>
              <span aria-hidden="true" className="block font-semibold">
                {t(depth)}
              </span>
              <span id={`depth-${depth}`} className="block text-caption text-ink-muted tabular-nums">
                {t(`meaning.${depth}`)}
                {expected ? t(expected[depth].from < expected[depth].to ? 'between' : 'about', expected[depth]) : null}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
