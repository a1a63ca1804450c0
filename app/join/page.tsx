import { JoinScreen, type JoinSearch } from './join-screen'

export default async function JoinPage({ searchParams }: { searchParams: Promise<JoinSearch> }) {
  return <JoinScreen code="" search={await searchParams} />
}
