import { Module } from '@nestjs/common'
import { FactsModule } from '../facts/facts.module.ts'
import { ProductFactsService } from './product-facts.service.ts'
import { ProductsRepository } from './products.repository.ts'
import { ProductsService } from './products.service.ts'

@Module({
  imports: [FactsModule],
  providers: [ProductsRepository, ProductsService, ProductFactsService],
  exports: [ProductsService, ProductFactsService],
})
export class ProductsModule {}
