import { getFormatter, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/field'
import type { Viewer } from '@/lib/core/people/viewer'
import { listSessions, type OpenSession } from '@/lib/data/people/sessions'
import { endOtherSession, signOutEverywhere } from './actions'

export async function Sessions({ viewer }: { viewer: Viewer }) {
  const now = new Date()
  const [sessions, t] = await Promise.all([listSessions(viewer, now), getTranslations('people')])
  return (
    <>
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} now={now} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form action={signOutEverywhere} className="mt-3">
          <SubmitButton variant="secondary">{t('account.everywhere')}</SubmitButton>
        </form>
      ) : null}
    </>
  )
}

async function SessionRow({ session, now }: { session: OpenSession; now: Date }) {
  const [t, format] = await Promise.all([getTranslations('people'), getFormatter()])
  const since = format.dateTime(session.createdAt, { dateStyle: 'medium' })
  const last = format.relativeTime(session.lastSeenAt, now)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b py-3 first:pt-0 last:border-0">
      <div>
        <p className="font-[500]">{session.here ? t('account.thisDevice') : t('account.otherDevice')}</p>
        <p className="text-caption text-ink-muted">
          {session.here ? t('account.sinceHere', { since }) : t('account.since', { since, last })}
        </p>
      </div>
      {session.here ? (
        // A plain form, as in the menu, so that it works before scripts run.
        <form action="/api/sign-out" method="post">
          <Button type="submit" size="slim">
            {t('account.out')}
          </Button>
        </form>
      ) : (
        <form action={endOtherSession}>
          <input type="hidden" name="session" value={session.id} />
          <SubmitButton variant="secondary" size="slim" aria-label={t('account.revokeOf', { last })}>
            {t('account.revoke')}
          </SubmitButton>
        </form>
      )}
    </li>
  )
}
