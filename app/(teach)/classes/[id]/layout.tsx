import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClassCode } from '@/components/classroom/class-code'
import { ClientMessages } from '@/components/ui/messages'
import { Page, PageHead } from '@/components/ui/page'
import { LinkTabs } from '@/components/ui/tabs'
import type { ClassView } from '@/lib/data/classes/classes'
import { AssignLink } from './assign-link'
import { type ClassProps, readClass } from './read-class'

export async function generateMetadata({ params }: ClassProps): Promise<Metadata> {
  const { found } = await readClass((await params).id)
  return { title: found.name }
}

export default async function ClassLayout({ params, children }: ClassProps & { children: ReactNode }) {
  const { found } = await readClass((await params).id)
  const t = await getTranslations('class.head')
  const base = `/classes/${found.classId}`
  return (
    <Page width="table">
      <PageHead
        title={found.name}
        meta={<Meta found={found} />}
        actions={
          found.mayAssign ? (
            <ClientMessages areas={['class']}>
              <AssignLink href={`${base}/assign`} />
            </ClientMessages>
          ) : null
        }
      />
      {found.mayTeach ? (
        <LinkTabs
          label={t('tabs')}
          tabs={[
            { href: base, label: t('overview') },
            { href: `${base}/learners`, label: t('roster') },
            { href: `${base}/questions`, label: t('questions') },
            { href: `${base}/gradebook`, label: t('gradebook') },
          ]}
        />
      ) : null}
      {children}
    </Page>
  )
}

async function Meta({ found }: { found: ClassView }) {
  const t = await getTranslations('class.head')
  const format = await getFormatter()
  if (!found.mayTeach) return t('knownAs', { name: found.knownAs })
  if (found.endedAt) {
    return `${t('learners', { count: found.learners })} ${t('ended', {
      date: format.dateTime(found.endedAt, { dateStyle: 'long' }),
    })}`
  }
  return (
    <>
      {t('learners', { count: found.learners })} {t('code')} {found.code ? <ClassCode code={found.code} /> : null}
    </>
  )
}
