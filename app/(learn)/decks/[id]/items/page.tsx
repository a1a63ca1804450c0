import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeckSettings } from '@/components/document/deck-settings'
import { ItemsDesk } from '@/components/document/items-desk'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { ClientMessages } from '@/components/ui/messages'
import type { DeckId } from '@/lib/core/ids'
import { type DeckItems, listItems } from '@/lib/data/decks/list-items'
import { readDocument } from '@/lib/data/decks/read-document'
import { openDeck } from '../open-deck'
import { chooseByForm, chooseItemAction, saveItem } from './actions'
import { remove, rename } from './settings-actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('document')
  return { title: t('items.title') }
}

type ItemsPageProps = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ edit?: string; done?: string; was?: string; wasRevision?: string }>
}

export default async function ItemsPage({ params, searchParams }: ItemsPageProps) {
  const { deck, listed, document } = await read((await params).id)
  const { title, text, blocks, refused } = document
  const { edit, done, was, wasRevision } = await searchParams
  return (
    <>
      <Summary listed={listed} facts={document.facts.length} shipped={deck.shipped} />
      {listed.facts.length === 0 ? (
        <NoItems />
      ) : (
        <ClientMessages areas={['document']}>
          <ItemsDesk
            deckId={deck.id}
            document={{ title, text, blocks }}
            facts={listed.facts}
            mayEdit={listed.mayEdit}
            actions={{ choose: chooseItemAction, chooseByForm, save: saveItem }}
            editing={edit ?? null}
            done={done ? { itemId: done, was: was ?? 'none', wasRevision: wasRevision ?? '' } : null}
          />
        </ClientMessages>
      )}
      {listed.mayEdit ? (
        <>
          <Refused refused={refused} />
          <Settings deckId={deck.id} title={deck.title} />
        </>
      ) : null}
    </>
  )
}

async function read(id: string) {
  const { viewer, deck } = await openDeck(id)
  if (!deck) notFound()
  const [listed, document] = await Promise.all([listItems(viewer, deck.id), readDocument(viewer, deck.id)])
  if (!listed || !document) notFound()
  return { deck, listed, document }
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

async function Settings({ deckId, title }: { deckId: DeckId; title: string }) {
  const t = await getTranslations('document')
  return (
    <div className="border-t pt-2">
      <Fold summary={t('settings.title')}>
        <ClientMessages areas={['document']}>
          <DeckSettings deckId={deckId} title={title} rename={rename} remove={remove} />
        </ClientMessages>
      </Fold>
    </div>
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
