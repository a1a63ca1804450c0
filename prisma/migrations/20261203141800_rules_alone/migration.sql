-- Items of the rules are never read a second time. In shipped decks and their copies they wait because the model asks nothing about their fact.
UPDATE "Item" SET doubts = '[{"code": "rules-alone", "values": {}}]'
WHERE finder = 'rules' AND doubts @> '[{"code": "not-reread"}]';
