-- Alone, since a transaction cannot use a value that it adds.
ALTER TYPE "OrderState" ADD VALUE 'preordered' BEFORE 'placed';
