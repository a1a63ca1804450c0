import { Printer } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { QrCode } from '@/components/classroom/qr-code'
import { qrShape } from '@/components/classroom/qr-shape'
import { FocusOnChange } from '@/components/share/focus-on-change'
import { LinkToCopy } from '@/components/share/link-to-copy'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { SubmitButton } from '@/components/ui/field'
import { ClientMessages } from '@/components/ui/messages'
import type { Viewer } from '@/lib/core/people/viewer'
import { findCopying } from '@/lib/data/copy-deck/copy-deck'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { findShare } from '@/lib/data/decks/share-deck'
import { readOriginForOthers } from '@/lib/request-origin'
import { copyDeckAction, leaveDeckAction, shareDeckAction, stopSharingAction } from './actions'

/** What messages about sharing tell apart: a deck that is written by hand has no text. */
const kindOf = ({ isByHand }: Pick<DeckHead, 'isByHand'>) => (isByHand ? 'byHand' : 'document')

/** Sharing, copying and printing a deck, and leaving one that is shared. */
export async function ShareSection({ deck, viewer }: { deck: DeckHead; viewer: Viewer | null }) {
  const [t, copying] = await Promise.all([getTranslations('share'), findCopying(viewer, deck.id)])
  return (
    <section aria-labelledby="more" className="grid gap-5 border-t pt-5">
      <h2 id="more" className="text-lead">
        {t('title')}
      </h2>
      {viewer && deck.mayEdit ? <ShareByLink deck={deck} viewer={viewer} /> : null}
      {copying ? (
        <DeckForm deckId={deck.id} action={copyDeckAction} label={t(`copy.${copying}`)} pending={t('copy.copying')}>
          {t(`copy.${copying}Meaning`, { deck: kindOf(deck) })}
        </DeckForm>
      ) : null}
      <div>
        <ButtonLink size="slim" href={`/decks/${deck.id}/print`}>
          <Printer aria-hidden="true" strokeWidth={1.75} className="size-5" />
          {t('print')}
        </ButtonLink>
      </div>
      {deck.shared === 'with-you' ? (
        <DeckForm deckId={deck.id} action={leaveDeckAction} label={t('leave')}>
          {t('leaveMeaning')}
        </DeckForm>
      ) : null}
    </section>
  )
}

async function ShareByLink({ deck, viewer }: { deck: DeckHead; viewer: Viewer }) {
  const [t, found] = await Promise.all([getTranslations('share.link'), findShare(viewer, deck.id)])
  if (!found) {
    return (
      <FocusOnChange value="not-shared">
        <DeckForm deckId={deck.id} action={shareDeckAction} label={t('make')} pending={t('making')}>
          {t('none', { deck: kindOf(deck) })}
        </DeckForm>
      </FocusOnChange>
    )
  }
  const address = `${await readOriginForOthers()}/shared/${found.secret}`
  return (
    <FocusOnChange value={found.secret}>
      <ClientMessages areas={['share']}>
        <LinkToCopy address={address} />
      </ClientMessages>
      <p className="text-label text-ink-muted">{t('readers', { count: found.readers })}</p>
      <Disclosure summary={t('picture')}>
        <QrCode shape={qrShape(address)} label={t('qr', { address })} />
      </Disclosure>
      <StopSharing deckId={deck.id} label={t('takeBack')} summary={found.readers > 0 ? t('stop') : null}>
        {t('takenBack', { count: found.readers })}
      </StopSharing>
    </FocusOnChange>
  )
}

type StopSharingProps = { deckId: string; label: string; summary: string | null; children: ReactNode }

/** If other people would lose the deck, the button is in a fold. */
function StopSharing({ deckId, label, summary, children }: StopSharingProps) {
  const form = (
    <DeckForm deckId={deckId} action={stopSharingAction} label={label}>
      {summary === null ? null : children}
    </DeckForm>
  )
  return summary === null ? form : <Disclosure summary={summary}>{form}</Disclosure>
}

type DeckFormProps = {
  deckId: string
  action: (form: FormData) => Promise<void>
  label: string
  pending?: string
  children: ReactNode
}

function DeckForm({ deckId, action, label, pending, children }: DeckFormProps) {
  return (
    <form action={action}>
      <input type="hidden" name="deckId" value={deckId} />
      {children ? <p className="mb-2 text-label text-ink-muted">{children}</p> : null}
      <SubmitButton variant="secondary" size="slim" pendingLabel={pending}>
        {label}
      </SubmitButton>
    </form>
  )
}

const Copied = z.enum(['copied', 'duplicate', 'had']).nullable().catch(null)
const Refused = z.enum(['generating', 'too-many', 'limit-reached']).nullable().catch(null)

/** The result of `copyDeckAction`, from the address. */
export async function CopyNote({ deck, result }: { deck: DeckHead; result: string | string[] | undefined }) {
  const t = await getTranslations('share.copy')
  const [copied, refused] = [Copied.parse(result ?? null), Refused.parse(result ?? null)]
  if (!copied && !refused) return null
  return (
    <p role="status" className="measure pt-6 font-[500]">
      {copied
        ? t('done', { kind: copied, deck: kindOf(deck) })
        : t('refused', { reason: refused ?? '', deck: kindOf(deck) })}
    </p>
  )
}
