import { getFormatter, getTranslations } from 'next-intl/server'
import { SettingsForm } from '@/components/people/account-forms'
import { CALENDAR } from '@/components/ui/calendar-day'
import type { Viewer } from '@/lib/core/people/viewer'
import { saveSettings } from './actions'

const SHARES = [0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.97] as const
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export async function Settings({ viewer }: { viewer: Viewer }) {
  const [t, format] = await Promise.all([getTranslations('people'), getFormatter()])
  const shares = withValue(SHARES, viewer.desiredRetention)
  const hour = (value: number) =>
    format.dateTime(new Date(Date.UTC(2000, 0, 1, value)), {
      ...CALENDAR,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  return (
    <SettingsForm
      action={saveSettings}
      isGuest={viewer.identityKind === 'guest'}
      values={{
        name: viewer.name,
        theme: viewer.theme,
        singleKeys: viewer.singleKeys ? 'on' : 'off',
        timeZone: viewer.timeZone,
        dayStartHour: String(viewer.dayStartHour),
        desiredRetention: String(viewer.desiredRetention),
        newPerDay: String(viewer.newPerDay),
        duePerDay: String(viewer.duePerDay),
      }}
      hours={HOURS.map((value) => ({ value: String(value), label: hour(value) }))}
      shares={shares.map((share) => ({ value: String(share), label: t('account.retentionValue', { share }) }))}
      timeZones={withValue(Intl.supportedValuesOf('timeZone'), viewer.timeZone)}
    />
  )
}

/** Adds the current value to the choices, so that saving the form does not change it. */
function withValue<T>(choices: readonly T[], value: T): readonly T[] {
  return choices.includes(value) ? choices : [value, ...choices]
}
