import { Printer } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { readOriginForOthers } from '@/app/join/read-origin'
import { QrCode } from '@/components/classroom/qr-code'
import { qrShape } from '@/components/classroom/qr-path'
import { FocusOnChange } from '@/components/share/focus-on-change'
import { LinkToCopy } from '@/components/share/link-to-copy'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import { ClientMessages } from '@/components/ui/messages'
import type { Viewer } from '@/lib/core/access/viewer'
import { findCopying } from '@/lib/data/copies/copy-deck'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { findShare } from '@/lib/data/decks/share-deck'
import { copy, leave, share, takeBack } from './share-actions'

/** What one does with a deck besides learning it. */
export async function DeckMore({ deck, viewer }: { deck: DeckHead; viewer: Viewer | null }) {
  const [t, copying] = await Promise.all([getTranslations('share'), findCopying(viewer, deck.id)])
  return (
    <section aria-labelledby="more" className="grid gap-5 border-t pt-5">
      <h2 id="more" className="text-lead">
        {t('title')}
      </h2>
      {viewer && deck.mayEdit ? <ShareByLink deck={deck} viewer={viewer} /> : null}
      {copying ? (
        <Deed deckId={deck.id} action={copy} label={t(`copy.${copying}`)} pending={t('copy.copying')}>
          {t(`copy.${copying}Meaning`)}
        </Deed>
      ) : null}
      <div>
        <ButtonLink size="slim" href={`/decks/${deck.id}/print`}>
          <Printer aria-hidden="true" strokeWidth={1.75} className="size-5" />
          {t('print')}
        </ButtonLink>
      </div>
      {deck.shared === 'with-you' ? (
        <Deed deckId={deck.id} action={leave} label={t('leave')}>
          {t('leaveMeaning')}
        </Deed>
      ) : null}
    </section>
  )
}

async function ShareByLink({ deck, viewer }: { deck: DeckHead; viewer: Viewer }) {
  const [t, found] = await Promise.all([getTranslations('share.link'), findShare(viewer, deck.id)])
  if (!found) {
    return (
      <FocusOnChange of="nobody">
        <Deed deckId={deck.id} action={share} label={t('make')} pending={t('making')}>
          {t('none')}
        </Deed>
      </FocusOnChange>
    )
  }
  const address = `${await readOriginForOthers()}/shared/${found.secret}`
  return (
    <FocusOnChange of={found.secret}>
      <ClientMessages areas={['share']}>
        <LinkToCopy address={address} />
      </ClientMessages>
      <p className="text-label text-ink-muted">{t('readers', { count: found.readers })}</p>
      <Fold summary={t('picture')}>
        <QrCode shape={qrShape(address)} label={t('qr', { address })} />
      </Fold>
      <TakeBack deckId={deck.id} label={t('takeBack')} asks={found.readers > 0 ? t('stop') : null}>
        {t('takenBack', { count: found.readers })}
      </TakeBack>
    </FocusOnChange>
  )
}

type TakeBackProps = { deckId: string; label: string; asks: string | null; children: ReactNode }

/** Where somebody loses the deck by it, one press is not enough. */
function TakeBack({ deckId, label, asks, children }: TakeBackProps) {
  const deed = (
    <Deed deckId={deckId} action={takeBack} label={label}>
      {asks === null ? null : children}
    </Deed>
  )
  return asks === null ? deed : <Fold summary={asks}>{deed}</Fold>
}

type DeedProps = {
  deckId: string
  action: (form: FormData) => Promise<void>
  label: string
  pending?: string
  children: ReactNode
}

function Deed({ deckId, action, label, pending, children }: DeedProps) {
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
