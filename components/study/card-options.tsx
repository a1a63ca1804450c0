import { useTranslations } from 'next-intl'
import { Kbd } from '@/components/ui/kbd'
import type { FaceOption } from '@/lib/core/memory/study-card'

const MOST_KEYS = 9

/** One press chooses and shows the answer. Without script each is a button that sends the form. */
export function CardOptions({ options }: { options: readonly FaceOption[] }) {
  const t = useTranslations('study.choice')
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 text-label text-ink-muted">{t('choose')}</legend>
      {options.map(({ text }, at) => (
        <button
          key={text}
          type="submit"
          name="typed"
          value={text}
          data-option
          className="grid min-h-13 grid-cols-[1fr_auto] items-center gap-3 rounded-control border border-edge bg-surface px-4 py-2.5 text-start leading-[1.4] wrap-anywhere hover:border-ink hover:bg-paper"
        >
          {text}
          {at < MOST_KEYS ? (
            <span className="text-ink-muted">
              <Kbd>{at + 1}</Kbd>
            </span>
          ) : null}
        </button>
      ))}
    </fieldset>
  )
}
