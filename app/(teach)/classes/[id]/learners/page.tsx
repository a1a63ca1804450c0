import { getFormatter, getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/field'
import { ClientMessages } from '@/components/ui/messages'
import type { ClassView } from '@/lib/data/classes/classes'
import { type ClassLearner, listLearners } from '@/lib/data/classes/learners'
import { Invite } from '../invite'
import { type ClassProps, readTaughtClass } from '../read-class'
import { endAction } from './actions'
import { ManageLearner } from './manage-learner'

export default async function LearnersPage({ params }: ClassProps) {
  const { viewer, found } = await readTaughtClass((await params).id)
  const t = await getTranslations('class.roster')
  const learners = await listLearners(viewer, found.classId)
  return (
    <>
      <h2 className="sr-only">{t('title')}</h2>
      {learners.length === 0 ? (
        <EmptyState title={t('empty')}>{found.endedAt ? null : t('emptyBody')}</EmptyState>
      ) : (
        <ClientMessages areas={['class']}>
          <ul>
            {learners.map((learner) => (
              <LearnerRow key={learner.learnerId} found={found} learner={learner} />
            ))}
          </ul>
        </ClientMessages>
      )}
      <Invite found={found} open={learners.length === 0} />
      {found.endedAt ? null : <EndClass found={found} />}
    </>
  )
}

async function LearnerRow(props: { found: ClassView; learner: ClassLearner }) {
  const t = await getTranslations('class.roster')
  const format = await getFormatter()
  const { learner } = props
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  return (
    <li className="grid items-start gap-x-6 gap-y-1 border-b py-3 last:border-b-0 wide:grid-cols-[14rem_1fr_22rem]">
      <h3 className="py-2 font-[500] wrap-anywhere">{learner.name}</h3>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 py-1 text-label">
        <Datum name={t('joined')}>{day(learner.joinedAt)}</Datum>
        <Datum name={t('last')}>{learner.lastActivity ? day(learner.lastActivity) : t('never')}</Datum>
        <Datum name={t('back')}>{t(learner.comesBackBy === 'code' ? 'backCode' : 'backOwn')}</Datum>
      </dl>
      <ManageLearner
        classId={props.found.classId}
        learnerId={learner.learnerId}
        name={learner.name}
        mayReset={learner.comesBackBy === 'code'}
      />
    </li>
  )
}

function Datum({ name, children }: { name: string; children: string }) {
  return (
    <div className="min-w-[9rem]">
      <dt className="text-caption text-ink-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

async function EndClass({ found }: { found: ClassView }) {
  const t = await getTranslations('class.roster')
  return (
    <div className="border-t py-4">
      <Disclosure summary={t('end')}>
        <form action={endAction} className="grid gap-3 py-2">
          <input type="hidden" name="classId" value={found.classId} />
          <p className="text-label text-ink-muted">{t('endBody')}</p>
          <div>
            <SubmitButton variant="secondary" size="slim">
              {t('endSure', { name: found.name })}
            </SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  )
}
