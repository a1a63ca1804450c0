import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const screens = ['app', 'components', 'i18n', 'lib/export-formats'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
)

/** What tells a time without the reader's zone, or by the zone of the machine. */
const TELLS_ANOTHER_CLOCK =
  /['"`](?:Etc\/)?(?:UTC|GMT)['"`]|\.getUTC|\.get(?:Hours|Date|Day)\(|\.toLocale(?:Date|Time)?String\(|\.to(?:UTC|Date|Time)String\(|DateTimeFormat\(|(?<!TZDate\(at, viewer\.timeZone\))\.toISOString\(/

const ALLOWED: Readonly<Record<string, string>> = {
  'components/ui/calendar-day.ts': 'is the one place for days and hours that have no zone',
  'components/ui/time-zone.tsx': 'asks the browser for its zone',
  'app/(people)/settings/model/page.tsx': 'names the month of a count that ends by UTC for everybody',
  'app/(learn)/decks/[id]/items/regeneration-outcome.ts': 'writes for a program',
  'app/(learn)/decks/[id]/shown-reading.ts': 'writes for a program',
  'app/api/facts/[id]/history/route.ts': 'writes for a program',
}

it('what learners and teachers read is told by their own clock: by next-intl, whose zone is the reader’s', () => {
  expect(screens.length).toBeGreaterThan(100)
  const telling = screens.filter((name) => TELLS_ANOTHER_CLOCK.test(readFileSync(join(root, name), 'utf8')))
  expect(telling.toSorted()).toEqual(Object.keys(ALLOWED).toSorted())
})

it.each([
  "format.dateTime(at, { timeZone: 'UTC' })",
  'at.toLocaleDateString()',
  'new Intl.DateTimeFormat("en").format(at)',
  'at.toISOString().slice(0, 10)',
  'at.getHours()',
])('%s would be found', (violation) => {
  expect(violation).toMatch(TELLS_ANOTHER_CLOCK)
})

const folder = join(import.meta.dirname, '../lib/data')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name))

it('every file of lib/data refuses to be bundled for a browser', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(
    files.filter((name) => !readFileSync(join(folder, name), 'utf8').startsWith("import 'server-only'\n")),
  ).toEqual([])
})
