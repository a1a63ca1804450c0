import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ItemsDesk } from '@/components/document/items-desk'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { ClientMessages } from '@/components/ui/messages'
import { DeckId } from '@/lib/core/ids'
import { findDeck } from '@/lib/data/decks/find-deck'
import { type DeckItems, listItems } from '@/lib/data/decks/list-items'
import { readDocument } from '@/lib/data/decks/read-document'
import { getViewer } from '@/lib/session'
import { chooseByForm, chooseItemAction, saveItem } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('document')
  return { title: t('items.title') }
}

type ItemsPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ edit?: string; done?: string; was?: string; wasRevision?: string }>
}

export default async function ItemsPage({ params, searchParams }: ItemsPageProps) {
  const deckId = DeckId.safeParse((await params).id).data
  if (!deckId) notFound()
  const viewer = await getViewer()
  const [deck, listed, document, asked] = await Promise.all([
    findDeck(viewer, deckId),
    listItems(viewer, deckId),
    readDocument(viewer, deckId),
    searchParams,
  ])
  if (!deck || !listed || !document) notFound()
  const { title, text, blocks, refused } = document
  const { done, was, wasRevision } = asked
  return (
    <>
      <Summary listed={listed} facts={document.facts.length} shipped={deck.shipped} />
      {listed.facts.length === 0 ? (
        <NoItems />
      ) : (
        <ClientMessages areas={['document']}>
          <ItemsDesk
            deckId={deckId}
            document={{ title, text, blocks }}
            facts={listed.facts}
            mayEdit={listed.mayEdit}
            actions={{ choose: chooseItemAction, chooseByForm, save: saveItem }}
            editing={asked.edit ?? null}
            done={done ? { itemId: done, was: was ?? 'none', wasRevision: wasRevision ?? '' } : null}
          />
        </ClientMessages>
      )}
      {listed.mayEdit ? <Refused refused={refused} /> : null}
    </>
  )
}

async function Summary({ listed, facts, shipped }: { listed: DeckItems; facts: number; shipped: boolean }) {
  const t = await getTranslations('document')
  const items = listed.facts.flatMap((fact) => fact.items)
  const ready = items.filter(({ status }) => status === 'ready' || status === 'accepted').length
  const waiting = items.filter(({ status }) => status === 'waiting').length
  const kept = shipped ? t('items.readOnly') : t('items.assignedOnly')
  return (
    <p className="border-b py-4 text-ink-muted">
      {t('items.summary', { facts, items: items.length })}{' '}
      {listed.mayEdit ? t('items.ready', { ready, waiting }) : kept}
    </p>
  )
}

async function NoItems() {
  const t = await getTranslations('document')
  return (
    <EmptyState title={t('items.empty')} action={null}>
      {t('items.emptyBody')}
    </EmptyState>
  )
}

/** What the engine did not ask, counted and explained. */
async function Refused({ refused }: { refused: Readonly<Record<string, number>> }) {
  const t = await getTranslations('document')
  const checks = Object.entries(refused)
    .filter(([check]) => t.has(`check.${check}`))
    .sort(([, a], [, b]) => b - a)
  const count = checks.reduce((sum, [, one]) => sum + one, 0)
  if (count === 0) return null
  return (
    <div className="border-t pt-2">
      <Fold summary={t('items.refusedTitle', { count })}>
        <ul className="pb-4 text-label text-ink-muted">
          {checks.map(([check, one]) => (
            <li key={check} className="py-1">
              {t('items.refusedLine', { count: one, why: t(`check.${check}`) })}
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
