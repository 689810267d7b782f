-- Origin (edition 2017) and migration history as an analyst would write them; an unknown value is null.
create or replace table derived as
select id, origin,
  cast(case
    when origin = 'BE' and ff_nationality = 'BE' and fm_nationality = 'BE' and mf_nationality = 'BE' and mm_nationality = 'BE' then 'B'
    when origin = 'BE' and (ff_nationality not in ('BE', @EU) or fm_nationality not in ('BE', @EU) or mf_nationality not in ('BE', @EU) or mm_nationality not in ('BE', @EU)) then '3N'
    when origin = 'BE' and (ff_nationality in (@EU) or fm_nationality in (@EU) or mf_nationality in (@EU) or mm_nationality in (@EU)) then '3E'
    when origin = 'BE' then 'BU'
    when nationality_at_birth = 'BE' and father_nationality in (@EU) and mother_nationality in (@EU) then '2EE'
    when nationality_at_birth = 'BE' and father_nationality not in ('BE', @EU) and mother_nationality not in ('BE', @EU) then '2NN'
    when nationality_at_birth = 'BE' and (father_nationality = 'BE' and mother_nationality in (@EU) or father_nationality in (@EU) and mother_nationality = 'BE') then '2BE'
    when nationality_at_birth = 'BE' and (father_nationality = 'BE' and mother_nationality not in ('BE', @EU) or father_nationality not in ('BE', @EU) and mother_nationality = 'BE') then '2BN'
    when nationality_at_birth = 'BE' and (father_nationality in (@EU) and mother_nationality not in ('BE', @EU) or father_nationality not in ('BE', @EU) and mother_nationality in (@EU)) then '2EN'
    when nationality_at_birth = 'BE' and (father_nationality <> 'BE' or mother_nationality <> 'BE') then '2O'
    when nationality_at_birth in (@EU) and nationality_now = 'BE' and acquired_on < date '2009-12-31' then '5E'
    when nationality_at_birth in (@EU) and nationality_now = 'BE' and acquired_on is not null then '6E'
    when nationality_at_birth not in ('BE', @EU) and nationality_now = 'BE' and acquired_on < date '2009-12-31' then '5N'
    when nationality_at_birth not in ('BE', @EU) and nationality_now = 'BE' and acquired_on is not null then '6N'
    when nationality_now in (@EU) and registered_on < date '2009-12-31' then '7E'
    when nationality_now in (@EU) and registered_on is not null then '8E'
    when nationality_now not in ('BE', @EU) and registered_on < date '2009-12-31' then '7N'
    when nationality_now not in ('BE', @EU) and registered_on is not null then '8N'
    else 'U' end as history) as migration_history
from (
  select *, cast(case
    when father_nationality <> 'BE' then case @GROUP(father_nationality) else 'FNC' end
    when mother_nationality <> 'BE' then case @GROUP(mother_nationality) else 'FNC' end
    when nationality_at_birth <> 'BE' then case @GROUP(nationality_at_birth) else 'FNC' end
    when nationality_now <> 'BE' then case @GROUP(nationality_now) else 'FNC' end
    when nationality_now = 'BE' and nationality_at_birth = 'BE' and father_nationality = 'BE' and mother_nationality = 'BE' then 'BE'
    when nationality_now = 'BE' and nationality_at_birth = 'BE' and (father_nationality is null or mother_nationality is null) then 'UBE'
    when nationality_at_birth is null and nationality_now is null then 'UND'
    else 'UNC' end as origins) as origin
  from person)
