import { clsx } from 'clsx'
import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { FaceOption } from '@/lib/core/memory/study-card'

/** Each option with its verdict, and why it is wrong beside it. */
export function ChoiceVerdicts({ options, given }: { options: readonly FaceOption[]; given: string }) {
  return (
    <ul className="mt-4">
      {options.map((option) => (
        <Verdict key={option.text} option={option} isGiven={option.text === given} />
      ))}
    </ul>
  )
}

const VERDICTS = {
  right: { tone: 'text-correct', Sign: Check },
  answer: { tone: 'text-correct', Sign: Check },
  wrong: { tone: 'text-wrong', Sign: X },
} as const

function verdictOf(isRight: boolean, isGiven: boolean): keyof typeof VERDICTS | null {
  if (isRight) return isGiven ? 'right' : 'answer'
  return isGiven ? 'wrong' : null
}

function Verdict({ option, isGiven }: { option: FaceOption; isGiven: boolean }) {
  const { text, isRight, reason } = option
  const verdict = verdictOf(isRight, isGiven)
  return (
    <li className="grid grid-cols-[1.25rem_1fr] gap-x-3 border-t py-2.5 leading-[1.45]">
      {verdict ? <Sign verdict={verdict} /> : <span />}
      <span className="wrap-anywhere">
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
