import { useTranslations } from 'next-intl'
import type { Paper, Printed, PrintedQuestion } from '@/lib/core/item/printed'
import { isStatement } from '@/lib/core/question-types/registry'
import { questionComponents } from '../question-types/registry'
import { Evidence } from './evidence'

type Quiz = Extract<Printed, { kind: 'quiz' }>

/** The questions; on a sheet of its own what is right. */
export function QuizSheets({ printed, paper }: { printed: Quiz; paper: Paper }) {
  const t = useTranslations('print')
  const { title, version, questions, keys } = printed
  const meta = <p className="mb-4 text-label">{t('versionOf', { letter: version })}</p>
  return (
    <div className="grid gap-6 print:block">
      <article className="text-sheet" data-paper={paper}>
        <h3 className="text-title">{title}</h3>
        {meta}
        <p className="mb-6 grid grid-cols-[2fr_1fr] gap-6 text-label">
          <span className="border-b border-[black]! pb-1">{t('name')}</span>
          <span className="border-b border-[black]! pb-1">{t('date')}</span>
        </p>
        <ol className="grid list-decimal gap-5 ps-7 marker:font-semibold">
          {questions.map((question, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is its number.
            <li key={at}>
              <Question question={question} />
            </li>
          ))}
        </ol>
      </article>
      <article className="text-sheet" data-paper={paper}>
        <h3 className="text-title">{`${t('key')}: ${title}`}</h3>
        {meta}
        <ol className="grid list-decimal gap-3 ps-7 marker:font-semibold">
          {keys.map(({ key, evidence }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key is its question's number.
            <li key={at}>
              <p className="font-semibold">{key.join('; ')}</p>
              <Evidence evidence={evidence} answers={[]} />
            </li>
          ))}
        </ol>
      </article>
    </div>
  )
}

function Question({ question: { type, about, stem, space } }: { question: PrintedQuestion }) {
  const { Printed } = questionComponents(type)
  const t = useTranslations('print')
  return (
    <>
      {about ? <p className="text-caption">{about}</p> : null}
      <p>{isStatement(type) ? `${t('trueFalse')} ${stem}` : stem}</p>
      {t.has(`how.${space.kind}`) ? <p className="text-caption">{t(`how.${space.kind}`)}</p> : null}
      <Printed space={space} />
    </>
  )
}
