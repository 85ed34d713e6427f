import { Injectable } from '@nestjs/common'

/** What does not work although requests are served: told to whoever asks whether the server is ready. */
@Injectable()
export class Shortfalls {
  private readonly watched: (() => string | null)[] = []

  /** `find`: what is wrong at the moment, fit to be shown; null when nothing is. */
  watch(find: () => string | null): void {
    this.watched.push(find)
  }

  now(): readonly string[] {
    return this.watched.flatMap((find) => find() ?? [])
  }
}
