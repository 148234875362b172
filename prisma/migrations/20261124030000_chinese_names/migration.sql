-- Null where nobody has written one yet: pages then show the English.
ALTER TABLE "variety" ADD COLUMN "nameZh" TEXT;
ALTER TABLE "product" ADD COLUMN "nameZh" TEXT, ADD COLUMN "descriptionZh" TEXT;
