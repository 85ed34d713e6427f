import type { LoggerService } from '@nestjs/common'
import type { Log } from './log.ts'

/** Nest's own messages, through ours: its start-up chatter at debug, its warnings and errors as they are. */
export class NestLog implements LoggerService {
  constructor(private readonly out: Log) {}

  log(message: unknown, context?: unknown): void {
    this.out.debug({ context }, String(message))
  }

  warn(message: unknown, context?: unknown): void {
    this.out.warn({ context }, String(message))
  }

  error(message: unknown, stack?: unknown): void {
    this.out.error({ stack }, String(message))
  }

  fatal(message: unknown): void {
    this.out.fatal(String(message))
  }
}
