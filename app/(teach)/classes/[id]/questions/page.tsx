import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { hasEnoughObservations } from '@/lib/core/statistics/minimum-observations'
import { classQuestions, type QuestionUse } from '@/lib/data/classes/class-questions'
import { type ClassProps, readTaughtClass } from '../read-class'

const TOO_HARD = 0.2
const TOO_EASY = 0.9

export default async function QuestionsPage({ params }: ClassProps) {
  const { viewer, found } = await readTaughtClass((await params).id)
  const t = await getTranslations('class.questions')
  const questions = await classQuestions(viewer, found.classId)
  if (questions.length === 0) return <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
  return (
    <section aria-labelledby="questions" className="pt-6">
      <h2 id="questions">{t('title')}</h2>
      <p className="pb-3 text-label text-ink-muted">{t('lead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys. */}
      <section aria-label={t('region')} tabIndex={0} className="-mx-(--gutter) overflow-x-auto px-(--gutter)">
        <table className="w-full min-w-[52rem] text-label leading-normal [&_td]:border-t [&_td]:py-3 [&_td]:pe-6 [&_td]:align-top [&_tbody_th]:border-t [&_tbody_th]:py-3 [&_tbody_th]:pe-6 [&_tbody_th]:align-top">
          <thead className="text-caption text-ink-muted [&_th]:py-2 [&_th]:pe-6">
            <tr>
              <th scope="col">{t('question')}</th>
              <th scope="col">{t('why')}</th>
              <th scope="col">{t('chosen')}</th>
              <th scope="col" className="text-end!">
                {t('answers')}
              </th>
              <th scope="col" className="text-end!">
                {t('right')}
              </th>
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <QuestionRow key={question.revisionId} question={question} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

async function QuestionRow({ question }: { question: QuestionUse }) {
  const t = await getTranslations('class.questions')
  const format = await getFormatter()
  const why = whyOf(question)
  return (
    <tr>
      <th scope="row" className="max-w-[26rem] min-w-[14rem]">
        {question.stem}
      </th>
      <td className="min-w-[10rem] text-ink-muted">{why ? t(why) : null}</td>
      <td className="min-w-[16rem]">
        {question.options.length > 0 ? (
          <Options question={question} />
        ) : (
          <span className="text-ink-muted">{t('typed')}</span>
        )}
      </td>
      <td className="text-end">{question.answers}</td>
      <td className="text-end">{format.number(question.right, { style: 'percent', maximumFractionDigits: 0 })}</td>
    </tr>
  )
}

async function Options({ question }: { question: QuestionUse }) {
  const t = await getTranslations('class.questions')
  return (
    <ul className="grid gap-2 text-caption">
      {question.options.map((option) => (
        <li key={option.text} className="grid grid-cols-[1fr_auto] gap-x-3">
          <span className={option.key ? 'font-semibold' : ''}>
            {option.text}
            {option.key ? <span className="font-normal text-ink-muted"> ({t('isKey')})</span> : null}
          </span>
          <span>{option.chosen}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="col-span-2 h-1.5 w-full">
            <rect width="100" height="4" className="fill-mastery-0" />
            <rect
              width={(100 * option.chosen) / Math.max(1, question.answers)}
              height="4"
              className={option.key ? 'fill-data-3' : 'fill-data-2'}
            />
          </svg>
        </li>
      ))}
    </ul>
  )
}

function whyOf(question: QuestionUse): 'few' | 'hard' | 'easy' | null {
  if (!hasEnoughObservations(question.answers)) return 'few'
  if (question.right < TOO_HARD) return 'hard'
  return question.right > TOO_EASY ? 'easy' : null
}
