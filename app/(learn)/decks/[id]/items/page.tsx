import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CoverageSummary, type ReadOnlyReason } from '@/components/items/coverage'
import { DeckSettings } from '@/components/items/deck-settings'
import type { ItemsView } from '@/components/items/items-query'
import { ItemsScreen } from '@/components/items/items-screen'
import type { ItemsActions } from '@/components/items/items-types'
import { RefusedCandidates } from '@/components/items/refused-candidates'
import { RegenerateDeck } from '@/components/items/regenerate-deck'
import { readCounts } from '@/components/items/regeneration'
import { RegenerationNote } from '@/components/items/regeneration-note'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { ClientMessages } from '@/components/ui/messages'
import { cutWindow } from '@/lib/core/document/document-excerpt'
import { type DeckId, FactId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { type DeckText, readText } from '@/lib/data/decks/document-text'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { type ItemList, listItems } from '@/lib/data/decks/list-items'
import { hasTwin } from '@/lib/data/documents/delete-deck'
import { listAnnotations } from '@/lib/data/tags/flag-and-tag-facts'
import { usedTags } from '@/lib/data/tags/tags'
import { openDeck } from '../open-deck'
import {
  annotateAction,
  annotateByForm,
  bulkByForm,
  chooseByForm,
  chooseItemAction,
  chooseManyAction,
  deleteDeckAction,
  regenerateByForm,
  renameDeckAction,
  saveItem,
} from './actions'
import { parseItemsQuery } from './parse-items-query'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('items')
  return { title: t('title') }
}

type Query = Readonly<Record<string, string | string[] | undefined>>
type ItemsPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ItemsTab({ params, searchParams }: ItemsPageProps) {
  const query = await searchParams
  const view = parseItemsQuery(query)
  const edit = textOf(query.edit)
  const done = textOf(query.done)
  const { deck, listed, text, own } = await read((await params).id, view, edit ?? done ?? textOf(query.item))
  const readOnlyReason = readOnlyReasonOf(listed, deck)
  return (
    <>
      <Regeneration deck={deck} query={query} view={view} />
      {listed.items === 0 ? (
        <NoItems listed={listed} readOnlyReason={readOnlyReason} />
      ) : (
        <ClientMessages areas={['items']}>
          <ItemsScreen
            deckId={deck.id}
            document={stretchOf(text, listed)}
            page={listed}
            view={{ ...view, page: listed.page === 1 ? 0 : listed.page }}
            mayEdit={listed.mayEdit}
            readOnlyReason={readOnlyReason}
            actions={ACTIONS}
            own={own}
            editing={edit}
            done={
              done
                ? { itemId: done, was: textOf(query.was) ?? 'none', wasRevision: textOf(query.wasRevision) ?? '' }
                : null
            }
          />
        </ClientMessages>
      )}
      {listed.mayEdit ? (
        <>
          <RefusedCandidates refused={text.refused} />
          <Settings deckId={deck.id} title={deck.title} />
        </>
      ) : null}
    </>
  )
}

const ACTIONS: ItemsActions = {
  choose: chooseItemAction,
  chooseByForm,
  save: saveItem,
  chooseMany: chooseManyAction,
  annotate: annotateAction,
  bulkByForm,
  annotateByForm,
}

const textOf = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

async function read(id: string, view: ItemsView, item: string | null) {
  const { viewer, deck } = await openDeck(id)
  if (!deck) notFound()
  const { show, type, tier, page, since } = view
  const filter = { show, type, tier, since: since ? new Date(since) : null }
  const [listed, text] = await Promise.all([
    listItems(viewer, deck.id, { filter, page, item }),
    readText(viewer, deck.id),
  ])
  if (!listed || !text) notFound()
  return { deck, listed, text, own: await ownAnnotations(viewer, listed) }
}

async function ownAnnotations(viewer: Viewer | null, { groups }: ItemList) {
  if (!viewer) return null
  // Questions on several facts are grouped under an id that is no fact's.
  const factIds = groups.map(({ id }) => id).filter((id) => FactId.safeParse(id).success)
  return {
    learnerId: viewer.learnerId,
    annotations: await listAnnotations(viewer, factIds),
    tags: await usedTags(viewer),
  }
}

// About forty pages. Of a longer document only the part around the items on screen is sent.
const WHOLE_CHARACTERS = 80_000

function stretchOf({ title, text, blocks }: DeckText, { range, stated }: ItemList) {
  if (text.length <= WHOLE_CHARACTERS || !range) return { title, text, blocks, offset: 0, stated }
  return { title, ...cutWindow({ text, blocks }, range), stated }
}

const REASONS = ['cancelled', 'busy', 'failed', 'slow', 'network', 'gone', 'unchanged', 'generating'] as const
const Refused = z.enum(REASONS).nullable().catch(null)

async function Regeneration({ deck, query, view }: { deck: DeckHead; query: Query; view: ItemsView }) {
  const counts = readCounts(query.regenerated)
  if (!deck.canRegenerate)
    return counts ? <RegenerationNote deckId={deck.id} counts={counts} since={view.since} /> : null
  const reason = Refused.parse(query.refusal ?? null)
  const seconds = Number(query.seconds ?? 0) || 0
  return (
    <ClientMessages areas={['items']}>
      <RegenerateDeck
        deckId={deck.id}
        regenerateByForm={regenerateByForm}
        refusal={reason && { kind: 'refused', reason, seconds }}
      />
    </ClientMessages>
  )
}

async function Settings({ deckId, title }: { deckId: DeckId; title: string }) {
  const [t, twin] = await Promise.all([getTranslations('document'), hasTwin(deckId)])
  return (
    <div className="border-t pt-2">
      <Disclosure summary={t('settings.title')}>
        <ClientMessages areas={['document']}>
          <DeckSettings deckId={deckId} title={title} twin={twin} rename={renameDeckAction} remove={deleteDeckAction} />
        </ClientMessages>
      </Disclosure>
    </div>
  )
}

function readOnlyReasonOf({ mayEdit }: ItemList, { shipped, shared }: DeckHead): ReadOnlyReason | null {
  if (mayEdit) return null
  if (shipped) return 'readOnly'
  return shared ? 'sharedOnly' : 'assignedOnly'
}

type NoItemsProps = { listed: ItemList; readOnlyReason: ReadOnlyReason | null }

async function NoItems({ listed, readOnlyReason }: NoItemsProps) {
  const t = await getTranslations('items')
  return (
    <>
      <CoverageSummary coverage={listed.asked} readOnlyReason={readOnlyReason} />
      <EmptyState title={t('empty')} action={null}>
        {t('emptyBody')}
      </EmptyState>
    </>
  )
}
