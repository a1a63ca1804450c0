import { LearnerView } from './learner-view'
import { Overview } from './overview'
import { type ClassProps, readClass } from './read-class'

type Props = ClassProps & { searchParams: Promise<{ deck?: string; sort?: string }> }

export default async function ClassPage({ params, searchParams }: Props) {
  const { viewer, found } = await readClass((await params).id)
  if (!found.mayTeach) return <LearnerView viewer={viewer} found={found} />
  const { deck, sort } = await searchParams
  return <Overview viewer={viewer} found={found} deck={deck ?? null} sort={sort === 'name' ? 'name' : 'known'} />
}
