import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { DeckSettings } from '@/components/items/deck-settings'
import { type ItemsView, readSpan } from '@/components/items/items-query'
import { ItemsScreen } from '@/components/items/items-screen'
import type { DocumentPart, ItemsActions, ReadOnlyReason } from '@/components/items/items-types'
import { RegenerateDeck } from '@/components/items/regenerate-deck'
import { readCounts } from '@/components/items/regeneration'
import { RegenerationNote } from '@/components/items/regeneration-note'
import { LetModelRead } from '@/components/reading/let-model-read'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { ClientMessages } from '@/components/ui/messages'
import { headingsOf } from '@/lib/core/check/check-result'
import type { Span } from '@/lib/core/document/document'
import { isOfDraft, type Refusal } from '@/lib/core/generation/refusal'
import { type DeckId, FactId } from '@/lib/core/ids'
import type { Shown } from '@/lib/core/item/filter-items'
import type { Viewer } from '@/lib/core/people/viewer'
import { doubtsAgainstAll } from '@/lib/data/decks/accept-all'
import { countByDepth } from '@/lib/data/decks/deck-depth'
import { readText } from '@/lib/data/decks/document-text'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { type ItemList, listItems } from '@/lib/data/decks/list-items'
import { type UnaskedSentence, whyNotAsked } from '@/lib/data/decks/why-not-asked'
import { hasTwin } from '@/lib/data/documents/delete-deck'
import { listAnnotations } from '@/lib/data/tags/flag-and-tag-facts'
import { usedTags } from '@/lib/data/tags/tags'
import { getViewer } from '@/lib/session'
import { letModelReadAction } from '../actions'
import { modelToOffer } from '../model-to-offer'
import { openDeck } from '../open-deck'
import {
  acceptAllAction,
  acceptAllByForm,
  annotateAction,
  annotateByForm,
  changeDepthAction,
  changeDepthByForm,
  chooseByForm,
  chooseItemAction,
  chooseManyAction,
  deleteDeckAction,
  mergeAction,
  offerWrongAction,
  regenerateByForm,
  renameDeckAction,
  reorderAction,
  saveItem,
  splitAction,
  takeBackAction,
  writeItemAction,
} from './actions'
import { documentParts } from './document-parts'
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
  const asked = edit ?? done ?? textOf(query.item)
  const { deck, listed, ...rest } = await read((await params).id, view, asked)
  const readOnlyReason = readOnlyReasonOf(listed, deck)
  return (
    <>
      <Regeneration deck={deck} query={query} view={view} />
      <ModelOffer deck={deck} />
      {listed.items === 0 && !listed.mayEdit ? (
        <NoItems />
      ) : (
        <ClientMessages areas={['items', 'refusals', 'reading']}>
          <ItemsScreen
            deckId={deck.id}
            page={listed}
            {...rest}
            mayEdit={listed.mayEdit}
            readOnlyReason={readOnlyReason}
            actions={ACTIONS}
            item={asked}
            editing={edit}
            confirming={await confirming(query, deck)}
            writing={listed.mayEdit ? readSpan(query.write) : null}
            done={
              done
                ? { itemId: done, was: textOf(query.was) ?? 'none', wasRevision: textOf(query.wasRevision) ?? '' }
                : null
            }
          />
        </ClientMessages>
      )}
      {listed.mayEdit ? <Settings deckId={deck.id} title={deck.title} /> : null}
    </>
  )
}

const ACTIONS: ItemsActions = {
  ...{ choose: chooseItemAction, chooseMany: chooseManyAction, acceptAll: acceptAllAction, save: saveItem },
  ...{ write: writeItemAction, split: splitAction, merge: mergeAction, reorder: reorderAction },
  ...{ takeBack: takeBackAction },
  ...{ offerWrong: offerWrongAction, changeDepth: changeDepthAction, annotate: annotateAction },
  ...{ chooseByForm, acceptAllByForm, changeDepthByForm, annotateByForm },
}

const textOf = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

async function confirming({ confirm }: Query, { id, mayEdit }: DeckHead) {
  const viewer = confirm === undefined || !mayEdit ? null : await getViewer()
  return viewer && doubtsAgainstAll(viewer, id)
}

// A screenful and more; the rest comes when these are asked about.
const MOST_UNASKED = 200

async function read(id: string, view: ItemsView, item: string | null) {
  const { viewer, deck } = await openDeck(id)
  if (!deck) notFound()
  const [{ listed, show }, text, depths, { asked, unasked }] = await Promise.all([
    list(viewer, deck.id, view, item),
    readText(viewer, deck.id),
    viewer && !deck.isByHand ? countByDepth(viewer, deck.id) : null,
    viewer ? whyNotAsked(viewer, deck.id) : { asked: [], unasked: [] },
  ])
  if (!listed || !text) notFound()
  const evidence = listed.groups.flatMap(({ spans, items }) => [
    ...spans,
    ...items.flatMap(({ answer }) => answer?.evidence ?? []),
  ])
  const stated = listed.mayEdit ? asked : listed.stated
  const parts = documentParts(text, evidence, [...evidence, ...stated])
  return {
    ...{ deck, listed, depths, own: await ownAnnotations(viewer, listed) },
    view: { ...view, show, page: listed.page === 1 ? 0 : listed.page },
    document: {
      ...{ title: text.title, language: text.language, headings: headingsOf(text.text, text.blocks) },
      ...{ isByHand: deck.isByHand, parts, stated },
    },
    unasked: { total: unasked.length, sentences: unaskedIn(unasked, parts) },
  }
}

/** The first of them, and those of the text on screen, which can be selected there. */
function unaskedIn(unasked: readonly UnaskedSentence[], parts: readonly DocumentPart[]) {
  const isShown = ({ start }: Span) =>
    parts.some((part) => part.start <= start && start < part.start + part.text.length)
  return unasked
    .filter(({ span }, at) => at < MOST_UNASKED || isShown(span))
    .map(({ span, text: quote, reasons: [reason], depth }) => {
      return { span, quote, depth, reason: reason ? reasonOf(reason) : null }
    })
}

const reasonOf = (refusal: Refusal) => ({
  code: refusal.code,
  values: refusal.values,
  isOfDraft: isOfDraft(refusal),
})

/** Without a wish: what needs a check, or everything when nothing does. */
async function list(viewer: Viewer | null, deckId: DeckId, { show, page, since }: ItemsView, item: string | null) {
  const read = (wanted: Shown) =>
    listItems(viewer, deckId, { filter: { show: wanted, since: since ? new Date(since) : null }, page, item })
  if (show) return { listed: await read(show), show }
  const toCheck = item ? null : await read('to-check')
  return toCheck?.mayEdit && toCheck.counts['to-check'] > 0
    ? { listed: toCheck, show: 'to-check' as const }
    : { listed: await read('all'), show: 'all' as const }
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

/** For a document that the model has not read, since its author did not let it, or another was set up. */
async function ModelOffer({ deck }: { deck: DeckHead }) {
  const model = await modelToOffer(await getViewer(), deck)
  return model ? (
    <ClientMessages areas={['document']}>
      <LetModelRead deckId={deck.id} model={model} action={letModelReadAction} />
    </ClientMessages>
  ) : null
}

async function Settings({ deckId, title }: { deckId: DeckId; title: string }) {
  const [t, twin] = await Promise.all([getTranslations('document'), hasTwin(deckId)])
  return (
    <div id="settings" className="border-t pt-2">
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

async function NoItems() {
  const t = await getTranslations('items')
  return <EmptyState title={t('empty')}>{t('emptyBody')}</EmptyState>
}
