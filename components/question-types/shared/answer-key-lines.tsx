import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Written } from '@/lib/core/question-types/question-type'

type Props = { written: Written; isRejected: boolean }

/** The right answers in one line. */
export function KeyLine({ written, isRejected }: Props) {
  return <p className={clsx('font-semibold', isRejected && 'line-through')}>{written.key.join('; ')}</p>
}

/** The same, and the wrong options below. */
export function KeyAndWrong({ written, isRejected }: Props) {
  const wrong = written.options.filter((option) => !written.key.includes(option))
  return (
    <>
      <KeyLine written={written} isRejected={isRejected} />
      {wrong.length > 0 ? <WrongOptions options={wrong} reasons={written.distractorReasons} /> : null}
    </>
  )
}

/** The reasons of the wrong options, in a fold. */
export function WrongOptions({ options, reasons }: { options: readonly string[]; reasons: Record<string, string> }) {
  const t = useTranslations('items.row')
  const explained = options.filter((option) => reasons[option])
  const line = t('wrong', { options: options.join('; ') })
  if (explained.length === 0) return <p className="text-label text-ink-muted">{line}</p>
  return (
    <details className="group text-label text-ink-muted">
      <summary className="min-h-8 hover:text-ink">
        {line} <span className="whitespace-nowrap underline decoration-edge underline-offset-4">{t('why')}</span>
      </summary>
      <ul className="grid gap-1 pb-1">
        {explained.map((option) => (
          <li key={option}>{reasons[option]}</li>
        ))}
      </ul>
    </details>
  )
}
