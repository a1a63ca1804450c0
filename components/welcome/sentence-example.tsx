import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LitSentence } from '@/components/ui/evidence-quote'
import { wrapClass } from '@/components/ui/page'
import type { ShownEvidence } from '@/lib/core/document/evidence'

type Props = {
  statement: string
  stem: string
  wrongOptions: number
  evidence: ShownEvidence
  /** Days from one right answer to the next. */
  intervals: readonly [number, number, number]
}

/** One sentence of the shipped document and what Bilim makes of it. */
export function SentenceExample({ statement, stem, wrongOptions, evidence, intervals: [first, second, third] }: Props) {
  const t = useTranslations('welcome')
  return (
    <section aria-labelledby="example" className="border-t py-16">
      <div className={`${wrapClass()} grid gap-x-16 gap-y-8 wide:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]`}>
        <div>
          <h2 id="example">{t('exampleTitle')}</h2>
          <blockquote className="document-text mt-4 max-w-[34em] text-[clamp(1.25rem,1rem+1vw,1.625rem)] leading-[1.62]">
            <LitSentence sentence={evidence.sentence} answer={evidence.answer} />
          </blockquote>
        </div>
        <dl className="grid content-start">
          <Step name={t('fact')}>{statement}</Step>
          <Step name={t('card')}>{stem}</Step>
          <Step name={t('question')}>{t('questionText', { wrong: wrongOptions })}</Step>
          <Step name={t('memory')}>
            {t('memoryText', {
              first: t('tomorrow', { days: first }),
              second: t('days', { days: second }),
              third: t('days', { days: third }),
            })}
          </Step>
        </dl>
      </div>
    </section>
  )
}

function Step({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5.5rem_1fr] gap-4 border-t py-4 first:border-0 first:pt-0">
      <dt className="font-semibold">{name}</dt>
      <dd className="text-ink-muted">{children}</dd>
    </div>
  )
}
