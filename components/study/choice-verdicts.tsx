import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FaceOption } from '@/lib/core/memory/study-card'

type Props = { options: readonly FaceOption[]; given: string }

/** What was chosen, with its verdict and why. */
export function ChosenOption({ options, given }: Props) {
  const chosen = options.find(({ text }) => text === given)
  return chosen ? (
    <ul className="mt-4 border-b">
      <Row option={chosen} isGiven />
    </ul>
  ) : null
}

/** The wrong options that were not chosen, each with why it is wrong. They follow the proof of the right one. */
export function OtherOptions({ options, given }: Props) {
  const t = useTranslations('study.choice')
  const others = options.filter(({ text, isRight }) => !isRight && text !== given)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others" className="mt-6">
      <h2 id="others" className="mb-1 text-label font-[500] text-ink-muted">
        {t('others')}
      </h2>
      <ul>
        {others.map((option) => (
          <Row key={option.text} option={option} isGiven={false} />
        ))}
      </ul>
    </section>
  )
}

const VERDICTS = {
  right: { tone: 'text-correct', Sign: Check },
  wrong: { tone: 'text-wrong', Sign: X },
} as const

function Row({ option, isGiven }: { option: FaceOption; isGiven: boolean }) {
  const { text, isRight, reason } = option
  const verdict = isGiven ? (isRight ? 'right' : 'wrong') : null
  return (
    <li
      className={clsx('border-t py-2.5 leading-[1.45] wrap-anywhere', verdict && 'grid grid-cols-[1.25rem_1fr] gap-3')}
    >
      {verdict ? <Sign verdict={verdict} /> : null}
      <span>
        <span className={clsx(verdict && 'font-semibold')}>{text}</span>
        {verdict ? <Tag verdict={verdict} /> : null}
        {reason ? <span className="block text-label text-ink-muted">{reason}</span> : null}
      </span>
    </li>
  )
}

function Sign({ verdict }: { verdict: keyof typeof VERDICTS }) {
  const { tone, Sign: Drawn } = VERDICTS[verdict]
  return <Drawn aria-hidden="true" strokeWidth={1.75} className={clsx('mt-[0.15em] size-5', tone)} />
}

function Tag({ verdict }: { verdict: keyof typeof VERDICTS }) {
  const t = useTranslations('study.choice')
  return <em className={clsx('ms-2 text-label font-[500] not-italic', VERDICTS[verdict].tone)}>{t(verdict)}</em>
}
