import './print.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CardSheets } from '@/components/print/card-sheets'
import { PrintButton } from '@/components/print/print-button'
import { PrintFields } from '@/components/print/print-fields'
import { FactList, QuizSheets } from '@/components/print/text-sheets'
import { QUESTION_COUNTS } from '@/components/quiz/question-counts'
import { Button } from '@/components/ui/button'
import { ClientMessages } from '@/components/ui/messages'
import { arrangeCards } from '@/lib/core/item/card-sheets'
import type { Paper, Printed } from '@/lib/core/item/printed-items'
import { letterOf } from '@/lib/core/shared/option-rows'
import { FACTS_A_PART, mayPrintQuiz, printDeck } from '@/lib/data/decks/print-deck'
import { openDeck } from '../open-deck'
import { parsePrintQuery, printRequest, VERSIONS } from './parse-print-query'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [{ deck }, t] = await Promise.all([openDeck((await params).id), getTranslations('print')])
  return deck ? { title: `${t('title')} · ${deck.title}` } : {}
}

/** Sheets of a deck, as they come out of the printer; the form is not printed. */
export default async function PrintPage({ params, searchParams }: Props) {
  const { viewer, deck } = await openDeck((await params).id)
  if (!deck) notFound()
  const mayQuiz = await mayPrintQuiz(viewer, deck.id)
  const parsed = parsePrintQuery(await searchParams)
  const query = parsed.what === 'quiz' && !mayQuiz ? { ...parsed, what: 'cards' as const } : parsed
  const found = await printDeck(viewer, deck.id, printRequest(query))
  if (!found) notFound()
  const t = await getTranslations('print')
  const here = `/decks/${deck.id}/print`
  const choices = {
    counts: QUESTION_COUNTS,
    versions: Array.from({ length: VERSIONS }, (_, at) => letterOf(at)),
    parts: Array.from({ length: found.parts }, (_, at) => at * FACTS_A_PART + 1),
    mayQuiz,
  }
  return (
    <div className="grid gap-x-12 gap-y-10 pt-8 wide:grid-cols-[20rem_minmax(0,1fr)] print:block print:pt-0">
      <form action={here} className="print-form grid content-start gap-6 print:hidden">
        <h2>{t('title')}</h2>
        <PrintFields query={query} {...choices} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" formAction={`${here}/pdf`}>
            {t('pdf')}
          </Button>
          <Button type="submit">{t('show')}</Button>
          <ClientMessages areas={['print']}>
            <PrintButton />
          </ClientMessages>
        </div>
      </form>
      <section aria-labelledby="preview" className="min-w-0">
        <div className="mb-4 print:hidden">
          <h2 id="preview">{t('preview')}</h2>
          <Amount printed={found.printed} />
        </div>
        <Sheets printed={found.printed} paper={query.paper} />
      </section>
    </div>
  )
}

async function Amount({ printed }: { printed: Printed }) {
  const t = await getTranslations('print')
  return <p className="text-label text-ink-muted">{amountOf()}</p>

  function amountOf(): string {
    if (printed.kind === 'quiz') return t('questions', { count: printed.questions.length })
    if (printed.kind === 'facts') return t('factCount', { count: printed.count })
    const { cards, layout } = printed
    if (cards.length === 0) return t('noCards')
    const sides = arrangeCards(cards, layout).length
    return t('sheets', { cards: cards.length, sheets: layout === 'duplex' ? sides / 2 : sides, layout })
  }
}

function Sheets({ printed, paper }: { printed: Printed; paper: Paper }) {
  switch (printed.kind) {
    case 'cards':
      return <CardSheets printed={printed} paper={paper} />
    case 'quiz':
      return <QuizSheets printed={printed} paper={paper} />
    case 'facts':
      return <FactList printed={printed} paper={paper} />
  }
}
