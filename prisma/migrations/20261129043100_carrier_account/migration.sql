-- Money that carriers collected and still hold; and movements on the bank account with which they hand it over.
ALTER TYPE "BookAccount" ADD VALUE 'carriers';
ALTER TYPE "BankMatchKind" ADD VALUE 'carrier';
