-- In a migration of their own: PostgreSQL takes a new value of an enum only once it is committed.
ALTER TYPE "StockMoveKind" ADD VALUE 'grade';
ALTER TYPE "StockMoveKind" ADD VALUE 'return';
