import type { News } from './news-bus.service.ts'

export interface Subscriber {
  tell(news: News): void
}

/** Who of this instance's connections wants to hear of which family. */
export class LiveHub {
  private readonly interests = new Map<Subscriber, readonly string[]>()
  private readonly byFamily = new Map<string, Set<Subscriber>>()

  /** Listens for these families from now on, and for no others. */
  subscribe(subscriber: Subscriber, families: readonly string[]): void {
    this.remove(subscriber)
    this.interests.set(subscriber, families)
    for (const familyId of families) {
      const subscribers = this.byFamily.get(familyId)
      if (subscribers) subscribers.add(subscriber)
      else this.byFamily.set(familyId, new Set([subscriber]))
    }
  }

  remove(subscriber: Subscriber): void {
    for (const familyId of this.interestsOf(subscriber)) {
      const subscribers = this.byFamily.get(familyId)
      subscribers?.delete(subscriber)
      if (subscribers?.size === 0) this.byFamily.delete(familyId)
    }
    this.interests.delete(subscriber)
  }

  interestsOf(subscriber: Subscriber): readonly string[] {
    return this.interests.get(subscriber) ?? []
  }

  deliver(news: News): void {
    for (const subscriber of this.byFamily.get(news.familyId) ?? []) subscriber.tell(news)
  }

  get size(): number {
    return this.interests.size
  }

  get families(): string[] {
    return [...this.byFamily.keys()]
  }
}
