import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ModeFields } from '@/components/quiz/mode-fields'
import { DEFAULT_QUESTION_COUNT, QUESTION_COUNTS } from '@/components/quiz/question-counts'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FormError, SelectField, SubmitButton } from '@/components/ui/field'
import type { DeckId } from '@/lib/core/ids'
import { QUESTIONS_PER_QUIZ } from '@/lib/core/shared/input-limits'
import { countStudyable, type DeckContents } from '@/lib/data/decks/find-deck'
import { countAskable } from '@/lib/data/quizzes/create-quiz'
import { listAttempts } from '@/lib/data/quizzes/find-attempt'
import { startQuiz } from '../../../quizzes/start-quiz'
import { NoAcceptedItems } from '../no-accepted-items'
import { openDeck } from '../open-deck'
import { EarlierResults } from './earlier-results'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata() {
  const t = await getTranslations('quiz.tab')
  return { title: t('title') }
}

export default async function QuizTab({ params, searchParams }: Props) {
  const [{ id }, { problem }] = await Promise.all([params, searchParams])
  const { viewer, deck } = await openDeck(id)
  if (!deck) notFound()
  const [t, askable, attempts] = await Promise.all([
    getTranslations('quiz.tab'),
    countAskable(viewer, deck.id),
    listAttempts(viewer, deck.id),
  ])
  return (
    <div className="grid gap-x-16 gap-y-12 pt-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      {askable.questions > 0 ? (
        <section aria-labelledby="take">
          <h2 id="take">{t('title')}</h2>
          <p className="mt-2 text-ink-muted">{t('about', { facts: askable.facts })}</p>
          {askable.leavesOut ? (
            <p className="mt-2 text-ink-muted">{t('leftOut', { questions: askable.questions })}</p>
          ) : null}
          <StartForm deckId={deck.id} questions={askable.questions} failed={problem === 'no-questions'} />
        </section>
      ) : (
        <NoQuestions deckId={deck.id} contents={await countStudyable(viewer, deck.id)} />
      )}
      <EarlierResults attempts={attempts} />
    </div>
  )
}

async function NoQuestions({ deckId, contents }: { deckId: DeckId; contents: DeckContents | null }) {
  const t = await getTranslations('quiz.tab')
  const { cards, unacceptedItems } = contents ?? { cards: 0, unacceptedItems: { kind: 'none' } as const }
  // A learner is sent to the cards, if there are any; the author is told what needs review.
  if (unacceptedItems.kind === 'to-review' || (unacceptedItems.kind === 'unreviewed' && cards === 0)) {
    return <NoAcceptedItems deckId={deckId} unacceptedItems={unacceptedItems} title={t('emptyTitle')} />
  }
  if (cards === 0) {
    const action = <ButtonLink href={`/decks/${deckId}/items`}>{t('noItemsAction')}</ButtonLink>
    return (
      <EmptyState title={t('emptyTitle')} action={action}>
        {t('noItems')}
      </EmptyState>
    )
  }
  const action = (
    <ButtonLink variant="primary" href={`/study?deck=${deckId}`}>
      {t('emptyAction')}
    </ButtonLink>
  )
  return (
    <EmptyState title={t('emptyTitle')} action={action}>
      {unacceptedItems.kind === 'none' ? t('emptyBody') : null}
    </EmptyState>
  )
}

async function StartForm({ deckId, questions, failed }: { deckId: DeckId; questions: number; failed: boolean }) {
  const t = await getTranslations('quiz.tab')
  const counts = [...QUESTION_COUNTS.filter((count) => count < questions), questions]
  return (
    <form action={startQuiz} className="mt-6 grid gap-6">
      <input type="hidden" name="deckId" value={deckId} />
      {failed ? <FormError>{t('noQuestions')}</FormError> : null}
      <SelectField
        label={t('count')}
        name="count"
        defaultValue={Math.min(DEFAULT_QUESTION_COUNT, counts.at(-1) ?? DEFAULT_QUESTION_COUNT)}
      >
        {counts.map((count) => (
          <option key={count} value={count}>
            {t(count === questions && count < QUESTIONS_PER_QUIZ ? 'countAll' : 'countOption', { count })}
          </option>
        ))}
      </SelectField>
      <ModeFields />
      <div className="flex justify-end">
        {/* The primary button of this screen is in the deck's header. */}
        <SubmitButton variant="secondary" pendingLabel={t('starting')} className="sm:min-w-44 max-sm:w-full">
          {t('start')}
        </SubmitButton>
      </div>
    </form>
  )
}
