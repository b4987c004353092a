package vn.lienthong.exchange.boundary.door;

import vn.lienthong.exchange.application.capacity.Pace;

/**
 * What an operator may set of the door. Together the places have to be fewer than the container's threads
 * ({@code task-max-threads} in configure.cli), so that neither strangers nor one caller can keep all of them waiting.
 *
 * @param stranger the pace of whoever has not shown yet who they are
 * @param caller the pace of a known caller
 * @param strangers how many requests of strangers may wait for octets at once
 * @param strangersOfOneAddress how many of those from one address
 * @param ofOneCaller how many requests of one caller may wait for octets at once
 */
public record DoorSettings(Pace stranger, Pace caller, int strangers, int strangersOfOneAddress, int ofOneCaller) {}
