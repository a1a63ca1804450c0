import { useTranslations } from 'next-intl'
import { type AnswerSpace, letterOf, type Paper, type Printed, type PrintedQuestion } from '@/lib/core/item/printed'
import { Proof } from './proof'

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
          {keys.map(({ key, proof }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a key is its question's number.
            <li key={at}>
              <p className="font-semibold">{key.join('; ')}</p>
              <Proof proof={proof} answers={[]} />
            </li>
          ))}
        </ol>
      </article>
    </div>
  )
}

function Question({ question: { type, about, stem, space } }: { question: PrintedQuestion }) {
  const t = useTranslations('print')
  const how = type === 'multiple' || type === 'categorising' ? type : space.kind
  return (
    <>
      {about ? <p className="text-caption">{about}</p> : null}
      <p>{type === 'true-false' ? `${t('trueFalse')} ${stem}` : stem}</p>
      {t.has(`how.${how}`) ? <p className="text-caption">{t(`how.${how}`)}</p> : null}
      <Space space={space} />
    </>
  )
}

function Space({ space }: { space: AnswerSpace }) {
  switch (space.kind) {
    case 'gaps':
      return null
    case 'line':
      return <div className="mt-7 border-b border-[black]!" />
    case 'tick':
      return <Options options={space.options} mark="box" lettered={space.options.length > 2} />
    case 'order':
      return <Options options={space.options} mark="blank" />
    case 'letters':
      return (
        <>
          <Options options={space.prompts} mark="blank" />
          <ul className="mt-2">
            {space.options.map((option, at) => (
              <li key={option}>{`${letterOf(at)}. ${option}`}</li>
            ))}
          </ul>
        </>
      )
  }
}

const MARKS = {
  box: 'mt-[0.4em] size-3 flex-none border border-[black]!',
  blank: 'h-[1.3em] w-8 flex-none border-b border-[black]!',
} as const

type OptionsProps = { options: readonly string[]; mark: keyof typeof MARKS; lettered?: boolean }

function Options({ options, mark, lettered = false }: OptionsProps) {
  return (
    <ul className="mt-1 grid gap-1">
      {options.map((option, at) => (
        <li key={option} className="flex gap-2.5">
          <span aria-hidden="true" className={MARKS[mark]} />
          <span className="min-w-0">{lettered ? `${letterOf(at)}. ${option}` : option}</span>
        </li>
      ))}
    </ul>
  )
}
