import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DiamondBand } from '@/components/ui/empty-state'
import { sayClassCode } from '@/lib/core/people/access-codes'

type ClassLine = {
  readonly classId: string
  readonly name: string
  readonly role: 'teacher' | 'learner'
  readonly code: string | null
  readonly learners: number
  readonly assignments: number
  readonly notStarted: readonly string[]
}

type FactToTeach = { readonly statement: string; readonly met: number; readonly lost: number }

const NAMED = 3
const FACTS_SHOWN = 3

/** A person's classes. A teacher also sees who has not started and which facts to teach again. */
export function ClassList(props: {
  classes: readonly ClassLine[]
  toTeach: ReadonlyMap<string, readonly FactToTeach[]>
}) {
  return (
    <ul>
      {props.classes.map((line) => (
        <li key={line.classId} className="relative border-t py-5">
          <h3 className="text-lead leading-[1.35] tracking-[-0.01em]">
            <Link
              href={`/classes/${line.classId}`}
              className="no-underline after:absolute after:inset-0 hover:underline"
            >
              {line.name}
            </Link>
          </h3>
          {line.role === 'teacher' ? (
            <Taught line={line} toTeach={props.toTeach.get(line.classId) ?? []} />
          ) : (
            <Learners count={line.learners} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Learners({ count }: { count: number }) {
  const t = useTranslations('welcome.today')
  return <p className="text-label text-ink-muted">{t('learners', { count })}</p>
}

function Taught({ line, toTeach }: { line: ClassLine; toTeach: readonly FactToTeach[] }) {
  const t = useTranslations('welcome.today')
  return (
    <>
      <p className="text-label text-ink-muted">
        {t('learners', { count: line.learners })}.{' '}
        {line.code
          ? t.rich('classCode', {
              code: sayClassCode(line.code),
              b: (chunks) => <b className="font-semibold tracking-[0.08em] text-ink">{chunks}</b>,
            })
          : null}
      </p>
      <p className="mt-2 text-label">{useStarted(line)}</p>
      {toTeach.length > 0 ? (
        <div className="mt-3 text-label">
          <p className="font-[500]">{t('toTeach')}</p>
          <ul className="text-ink-muted">
            {toTeach.slice(0, FACTS_SHOWN).map(({ statement, met, lost }) => (
              <li key={statement} className="mt-1">
                {statement} <span className="text-ink">{t('lostBy', { met, lost })}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

function useStarted({ learners, assignments, notStarted }: ClassLine): string {
  const t = useTranslations('welcome.today')
  if (learners === 0) return t('nobodyJoined')
  if (assignments === 0) return t('nothingAssigned')
  if (notStarted.length === 0) return t('everyoneStarted')
  const named = notStarted.slice(0, NAMED).join(', ')
  const more = notStarted.length - NAMED
  return t('classNotStarted', { names: more > 0 ? t('andMore', { names: named, count: more }) : named })
}

/** For a person without a class: a form to join one. */
export function JoinClass({ action }: { action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('welcome.today')
  return (
    <div className="grid gap-4 border-t pt-6">
      <DiamondBand />
      <p>{t('noClass')}</p>
      <form action={action} className="grid grid-cols-[1fr_auto] gap-2">
        <label htmlFor="code" className="col-span-2 text-label font-[500]">
          {t('code')}
        </label>
        <input
          id="code"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          className="min-h-12 min-w-0 rounded-control border border-edge bg-surface px-3 tracking-[0.06em] hover:border-ink"
        />
        <Button type="submit">{t('join')}</Button>
      </form>
    </div>
  )
}
